"""Stops and kills its parent, the first process and everything else."""
# ruff: noqa: F821, SIM105

import os
import signal

for number in (signal.SIGSTOP, signal.SIGKILL):
    for process in (os.getppid(), 1, GRADER):
        try:
            os.kill(process, number)
        except OSError:
            pass
print("killed")
