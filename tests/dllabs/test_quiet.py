"""stderr_kept_out in an ordinary Python process (test_executed_notebook.py looks at a kernel)."""

import ctypes
import logging
import os
import subprocess
import sys
import threading

import pytest
from dllabs.quiet import stderr_kept_out


def write_everywhere(handler):
    os.write(2, b"descriptor\n")
    ctypes.CDLL(None).perror(b"C library")
    print("stream", file=sys.stderr)
    handler.emit(logging.makeLogRecord({"msg": "handler"}))
    thread = threading.Thread(target=lambda: print("thread", file=sys.stderr))
    thread.start()
    thread.join()
    subprocess.run([sys.executable, "-c", "import os; os.write(2, b'child')"], check=True)


WAYS = ("descriptor", "C library", "stream", "handler", "thread", "child")


def test_nothing_comes_through_inside_and_everything_outside(capfd):
    handler = logging.StreamHandler()
    with stderr_kept_out():
        write_everywhere(handler)
    assert capfd.readouterr().err == ""
    write_everywhere(handler)
    spoken = capfd.readouterr().err
    assert [way for way in WAYS if way not in spoken] == []


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_stderr_is_back_after_an_error(capfd, error):
    handler = logging.StreamHandler()
    with pytest.raises(error), stderr_kept_out():
        raise error
    write_everywhere(handler)
    spoken = capfd.readouterr().err
    assert [way for way in WAYS if way not in spoken] == []


def test_it_can_be_nested(capfd):
    with stderr_kept_out():
        with stderr_kept_out():
            print("inner", file=sys.stderr)
        print("outer", file=sys.stderr)
        os.write(2, b"outer")
    assert capfd.readouterr().err == ""
    print("after", file=sys.stderr)
    assert capfd.readouterr().err == "after\n"


def test_no_descriptor_is_left_open():
    def open_descriptors():
        return len(os.listdir("/dev/fd"))

    before = open_descriptors()
    for _ in range(5):
        with stderr_kept_out():
            pass
    assert open_descriptors() == before
