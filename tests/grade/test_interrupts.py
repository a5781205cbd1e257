"""Ctrl-C at the worst moment."""

import os
import signal

import pytest
from labgrader.grade.interrupts import remembered_interrupts


class PressesCtrlCWhenItGoes:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_that_python_drops_is_remembered():
    with remembered_interrupts() as stop_if_interrupted:
        stop_if_interrupted()
        PressesCtrlCWhenItGoes()
        with pytest.raises(KeyboardInterrupt):
            stop_if_interrupted()


def test_afterwards_the_signal_does_what_it_did():
    before = signal.getsignal(signal.SIGINT)
    with remembered_interrupts():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_a_signal_that_is_ignored_stays_ignored():
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with remembered_interrupts() as stop_if_interrupted:
            os.kill(os.getpid(), signal.SIGINT)
            stop_if_interrupted()
    finally:
        signal.signal(signal.SIGINT, before)
