"""Imported first by the process that benches are forked from: C++ libraries greet on standard error as they load."""

import os

_nowhere = os.open(os.devnull, os.O_WRONLY)
os.dup2(_nowhere, 2)
os.close(_nowhere)
