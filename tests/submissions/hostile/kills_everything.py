"""Kills every process it may send a signal to."""
# ruff: noqa: SIM105

import os
import signal

try:
    os.kill(-1, signal.SIGKILL)
except OSError:
    pass
os.kill(os.getpid(), signal.SIGKILL)
