"""Prints without end, whatever exception it gets."""
# ruff: noqa: F821, SIM105

import itertools

for number in itertools.count():
    try:
        print("x" * (1 << 20))
    except Exception:
        pass
    if number == 200:
        break
with open(COUNTER, "a") as file:
    file.write("HARM: 200 MiB of output\n")
