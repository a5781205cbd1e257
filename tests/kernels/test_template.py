"""Templates: started on demand, replaced when they are outdated, gone when nobody needs them, never trusted blindly."""

import asyncio
import os
import resource
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from jupyter_client.manager import AsyncKernelManager
from waiting import until

STARTS_A_KERNEL = """
import time
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name={name!r})
print(type(manager.provisioner.process).__name__, flush=True)
time.sleep(600)
"""
ASKS_FOR_A_THREAD = """
import pathlib, signal
def work(*_):
    {work}
    pathlib.Path({done!r}).touch()
signal.signal(signal.SIGUSR1, work)
"""


def test_several_programs_share_one_template(place, other_program):
    place.install("plain")
    programs = [other_program(STARTS_A_KERNEL.format(name="plain")) for _ in range(3)]
    assert [program.stdout.readline().strip() for program in programs] == ["WarmProcess"] * 3
    assert len(place.template().children()) == 3


def test_many_first_kernels_wait_for_one_template(place, start):
    place.write_module("slow", "import time; time.sleep(1)")
    place.install("slow", ["slow"])
    with ThreadPoolExecutor(4) as pool:
        kernels = list(pool.map(start, ["slow"] * 4))
    assert all(kernel.is_warm for kernel in kernels)
    assert len(place.template().children()) == 4


def test_kernelspecs_with_other_modules_have_other_templates(place, start):
    place.write_module("mine", "")
    place.install("plain")
    place.install("mine", ["mine"])
    loaded = "'mine' in __import__('sys').modules"
    assert start("plain").evaluate(loaded) is False
    assert start("mine").evaluate(loaded) is True
    assert len(place.templates()) == 2


def test_modules_that_are_not_installed_are_left_out(place, start, said):
    place.install("partly", ["not_installed.at_all", "wave"])
    kernel = start("partly")
    assert kernel.is_warm
    assert kernel.evaluate("'wave' in __import__('sys').modules") is True
    assert said() == []


def test_an_idle_template_ends_and_leaves_nothing(place, start):
    place.install("plain", idle_seconds=1)
    kernel = start("plain")
    time.sleep(2)
    assert place.template().is_running()  # not idle: its kernel lives
    kernel.manager.shutdown_kernel()
    assert until(lambda: not place.processes(), seconds=5)
    assert place.sockets() == []
    assert start("plain").is_warm  # and a new one is made on demand


@pytest.mark.parametrize("importing", [False, True])
def test_a_template_does_not_outlive_a_killed_program_for_long(place, other_program, importing):
    place.write_module("slow", "import time; time.sleep(1)")
    place.install("slow", ["slow"], idle_seconds=1)
    program = other_program(STARTS_A_KERNEL.format(name="slow"))
    if importing:
        assert until(place.templates)
    else:
        program.stdout.readline()
    program.kill()
    program.wait()
    assert place.templates()
    assert until(lambda: not place.processes(), seconds=10)


def test_kernels_survive_their_template_and_the_next_one_is_new(place, start):
    place.install("plain")
    first = start("plain")
    first.run("x = 1")
    template = place.template()
    template.kill()
    assert until(lambda: not template.is_running() or template.status() == psutil.STATUS_ZOMBIE)
    assert first.run("print(x)") == "1"
    assert start("plain").is_warm
    process = first.process
    first.manager.shutdown_kernel()
    assert process.returncode is not None
    assert until(lambda: not psutil.pid_exists(process.pid))


def test_a_template_killed_while_a_kernel_waits_for_it(place, start, said):
    place.write_module("killed", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    place.install("killed", ["killed"])
    kernel = start("killed")
    assert not kernel.is_warm
    assert kernel.run("print(1)") == "1"
    (message,) = said()
    assert "the template ended before it answered" in message


def test_a_template_whose_imports_fail(place, start, said):
    place.write_module("broken", "raise RuntimeError('no such device')")
    place.install("broken", ["broken"])
    assert not start("broken").is_warm
    (message,) = said()
    assert "RuntimeError: no such device" in message
    assert until(lambda: not place.processes(), seconds=5)


def test_a_template_that_hangs_is_ended(place, start, said):
    place.write_module("hanging", "import time; time.sleep(600)")
    place.install("hanging", ["hanging"], patience=1)
    assert not start("hanging").is_warm
    assert len(said()) == 1
    assert until(lambda: not place.processes(), seconds=5)


def test_a_template_that_does_not_answer_is_not_waited_for_forever(place, start, said):
    place.install("plain", patience=2)
    start("plain")
    place.template().suspend()
    assert not start("plain").is_warm
    assert "did not answer in time" in said()[0]
    place.template().resume()


@pytest.mark.parametrize(
    "work",
    [
        "import threading; threading.Thread(target=signal.pause, daemon=True).start()",
        "import tensorflow as tf; tf.ones(3) + 1",
    ],
    ids=["a thread", "a TensorFlow operation"],
)
def test_a_template_in_which_more_than_imports_happened_forks_no_more(place, start, said, tmp_path, work):
    done = tmp_path / "done"
    place.write_module("working", ASKS_FOR_A_THREAD.format(work=work, done=str(done)))
    place.install("working", ["working"])
    kernel = start("working")
    assert kernel.is_warm
    template = place.template()
    template.send_signal(signal.SIGUSR1)
    assert until(done.exists, seconds=60)
    assert not start("working").is_warm
    (message,) = said()
    assert "a thread was started after the imports in the template" in message
    again = start("working")
    assert again.is_warm
    assert again.evaluate("__import__('os').getppid()") != template.pid


def test_a_changed_file_makes_a_new_template(place, start, said):
    place.write_module("mine", "value = 1")
    place.install("mine", ["mine"])
    assert start("mine").evaluate("__import__('mine').value") == 1
    old = place.template()
    place.write_module("mine", "value = 22")
    kernel = start("mine")
    assert kernel.is_warm
    assert kernel.evaluate("__import__('mine').value") == 22
    assert kernel.evaluate("__import__('os').getppid()") != old.pid
    assert said() == []
    assert place.sockets() != []  # the outdated one has not taken its successor's address with it


@pytest.mark.parametrize("change", ["installed", "upgraded", "removed"])
def test_a_changed_package_makes_a_new_template(place, start, change):
    record = place.modules / "a_package-1.0.dist-info"
    if change != "installed":
        record.mkdir()
    place.install("plain")
    before = start("plain").evaluate("__import__('os').getppid()")
    assert start("plain").evaluate("__import__('os').getppid()") == before
    if change == "installed":
        record.mkdir()
    elif change == "upgraded":
        record.rename(place.modules / "a_package-1.1.dist-info")
    else:
        shutil.rmtree(record)
    kernel = start("plain")
    assert kernel.is_warm
    assert kernel.evaluate("__import__('os').getppid()") != before


def test_an_outdated_template_ends_with_its_last_kernel(place, start):
    place.write_module("mine", "value = 1")
    place.install("mine", ["mine"])
    kernel = start("mine")
    old = place.template()
    place.write_module("mine", "value = 22")
    start("mine")
    assert old.is_running()
    process = kernel.process
    kernel.manager.shutdown_kernel()
    assert process.returncode == 0
    assert until(lambda: not old.is_running() or old.status() == psutil.STATUS_ZOMBIE, seconds=5)


def test_programs_with_other_limits_have_other_templates(place, other_program):
    place.install("plain")
    limited = "import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, {hard}))\n" + STARTS_A_KERNEL
    for hard in (0, 4096):
        assert other_program(limited.format(name="plain", hard=hard)).stdout.readline().strip() == "WarmProcess"
    assert len(place.templates()) == 2


def test_a_kernel_has_the_soft_limits_of_its_program(place, start):
    place.install("plain")
    start("plain")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft - 1, hard))
    try:
        kernel = start("plain")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert kernel.evaluate("__import__('resource').getrlimit(7)") == [soft - 1, hard]
    assert len(place.templates()) == 1


def test_a_kernel_has_the_mask_of_its_program(place, start):
    place.install("plain")
    start("plain")
    before = os.umask(0o027)
    try:
        assert start("plain").evaluate("__import__('os').umask(0)") == 0o027
    finally:
        os.umask(before)


@pytest.mark.parametrize("mode", [0o755, 0o770])
def test_a_folder_that_others_can_enter_is_not_used(place, start, said, mode):
    place.install("plain")
    (place.runtime / "labgrader").mkdir()
    (place.runtime / "labgrader").chmod(mode)
    assert not start("plain").is_warm
    assert "is not private to this user" in said()[0]
    assert place.processes() == []


def test_a_link_in_place_of_the_folder_is_not_followed(place, start, said, tmp_path):
    place.install("plain")
    tmp_path.chmod(0o700)
    (place.runtime / "labgrader").symlink_to(tmp_path)
    assert not start("plain").is_warm
    assert list(tmp_path.iterdir()) == []


def test_without_a_runtime_folder_templates_meet_in_the_temporary_one(place, start, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    monkeypatch.setattr("tempfile.tempdir", str(place.runtime))
    place.install("plain")
    assert start("plain").is_warm
    folder = place.runtime / f"labgrader-{os.geteuid()}"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(place.templates()) == 1


def test_a_relative_path_in_pythonpath_is_left_to_ordinary_kernels(place, start, said, monkeypatch):
    place.install("plain")
    monkeypatch.setenv("PYTHONPATH", f"somewhere{os.pathsep}{place.modules}")
    kernel = start("plain")
    assert not kernel.is_warm
    assert "PYTHONPATH holds a relative path" in said()[0]


def test_options_of_python_count(place, start):
    place.install("checked", argv=["python", "-X", "dev", "-m", "ipykernel_launcher"])
    kernel = start("checked")
    assert kernel.is_warm
    assert kernel.evaluate("__import__('sys').flags.dev_mode") is True


def test_a_kernel_of_another_kind_is_started_as_it_says(place, start, said):
    place.install("direct", argv=["python", "-c", "from ipykernel import kernelapp; kernelapp.launch_new_instance()"])
    kernel = start("direct")
    assert not kernel.is_warm
    assert kernel.run("print(1)") == "1"
    assert "is not `python -m ipykernel_launcher`" in said()[0]


def test_a_start_that_is_given_up_leaves_no_kernel(place):
    place.write_module("slow", "import time; time.sleep(2)")
    place.install("slow", ["slow"], idle_seconds=0.5)

    async def give_up():
        manager = AsyncKernelManager(kernel_name="slow")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(manager.start_kernel(), 1)
        await asyncio.sleep(3)  # the template forks the kernel meanwhile

    asyncio.run(give_up())
    assert until(lambda: not place.processes(), seconds=5)
