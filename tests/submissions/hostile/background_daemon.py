"""Leaves a process behind that belongs to nobody and hears no signal."""
# ruff: noqa: F821

import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    time.sleep(1)
    with open(COUNTER, "a") as file:
        file.write("HARM: still here\n")
    time.sleep(60)
    os._exit(0)
