"""Looks into the memory, the descriptors and the variables of the processes around it."""
# ruff: noqa: F821, SIM105

import os

for process in {os.getppid(), 1, GRADER} - {os.getpid()}:
    for name, mode in (("environ", "rb"), ("mem", "r+b"), ("maps", "rb")):
        try:
            with open(f"/proc/{process}/{name}", mode) as file:
                if name == "mem" or file.read(1):
                    print("HARM: opened", name, "of process", process)
        except OSError:
            pass
    try:
        print("HARM: descriptors", os.listdir(f"/proc/{process}/fd"))
    except OSError:
        pass
