"""Interrupt, restart, shutdown and the end of a parent: all as with an ordinary kernel."""

import signal
import threading
import time

import psutil
import pytest
from waiting import until

STARTS_A_KERNEL = """
import sys, time
from jupyter_client.manager import start_new_kernel
quiet = ["--IPKernelApp.log_level=CRITICAL"]
manager, client = start_new_kernel(kernel_name={name!r}, independent={independent}, extra_arguments=quiet)
print(type(manager.provisioner.process).__name__, manager.provisioner.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture(autouse=True)
def _in_the_shared_place(shared_place):
    pass


def interrupt_soon(kernel, seconds=1.0):
    threading.Timer(seconds, kernel.manager.interrupt_kernel).start()


def test_an_interrupt_stops_the_cell_and_leaves_the_kernel(start):
    kernel = start("tensorflow")
    kernel.run("x = 1")
    interrupt_soon(kernel)
    assert kernel.run("import time; time.sleep(60)") == "KeyboardInterrupt"
    assert kernel.run("print(x)") == "1"


def test_an_interrupt_reaches_the_programs_a_cell_has_started(start):
    kernel = start("tensorflow")
    interrupt_soon(kernel)
    kernel.run("import subprocess; sleeper = subprocess.Popen(['sleep', '60']); sleeper.wait()")
    assert kernel.run("print(sleeper.wait(5) is not None)") == "True"


@pytest.mark.parametrize("now", [False, True])
def test_a_restart_keeps_the_ports_and_nothing_else(start, now):
    kernel = start("tensorflow")
    kernel.run("x = 1")
    pid, ports = kernel.process.pid, kernel.manager.ports
    kernel.manager.restart_kernel(now=now)
    kernel.client.wait_for_ready(timeout=30)
    assert kernel.is_warm
    assert kernel.run("x") == "NameError"
    assert kernel.manager.ports == ports
    assert kernel.process.pid != pid
    assert not psutil.pid_exists(pid)


@pytest.mark.parametrize(("now", "exit_code"), [(False, 0), (True, -signal.SIGKILL)])
def test_a_shutdown_leaves_no_process(start, now, exit_code):
    kernel = start("tensorflow")
    process = kernel.process
    kernel.manager.shutdown_kernel(now=now)
    assert process.returncode == exit_code
    assert not kernel.manager.is_alive()
    assert until(lambda: not psutil.pid_exists(process.pid))


@pytest.mark.parametrize("now", [False, True])
def test_a_shutdown_ends_what_a_cell_has_started(start, now):
    kernel = start("tensorflow")
    kernel.run("import subprocess; sleeper = subprocess.Popen(['sleep', '600'])")
    sleeper = psutil.Process(int(kernel.run("print(sleeper.pid)")))
    kernel.manager.shutdown_kernel(now=now)
    assert until(lambda: not sleeper.is_running() or sleeper.status() == psutil.STATUS_ZOMBIE)


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [("import os; os._exit(7)", 7), ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", -signal.SIGSEGV)],
)
def test_the_exit_status_is_the_real_one(start, code, exit_code):
    kernel = start("tensorflow")
    process = kernel.process
    assert process.poll() is None
    kernel.client.execute(code)
    assert until(lambda: not kernel.manager.is_alive())
    assert process.poll() == exit_code


def test_exit_handlers_run_at_shutdown(start, tmp_path):
    kernel = start("tensorflow")
    kernel.run(f"import atexit, pathlib; atexit.register(pathlib.Path({str(tmp_path / 'mark')!r}).touch)")
    kernel.manager.shutdown_kernel()
    assert (tmp_path / "mark").exists()


def test_a_kernel_ends_when_the_program_that_started_it_is_killed(other_program):
    program = other_program(STARTS_A_KERNEL.format(name="tensorflow", independent=False))
    kind, pid = program.stdout.readline().split()
    assert kind == "WarmProcess"
    assert psutil.pid_exists(int(pid))
    program.kill()
    program.wait()
    assert until(lambda: not psutil.pid_exists(int(pid)), seconds=5)


def test_an_independent_kernel_lives_on(other_program):
    program = other_program(STARTS_A_KERNEL.format(name="tensorflow", independent=True))
    kind, pid = program.stdout.readline().split()
    assert kind == "WarmProcess"
    program.kill()
    program.wait()
    kernel = psutil.Process(int(pid))
    time.sleep(2)
    assert kernel.is_running()
    kernel.kill()
    assert until(lambda: not psutil.pid_exists(int(pid)))
