"""How long it takes from asking for a kernel to the result of the first TensorFlow operation, warm and ordinary.

    .venv/bin/python benchmarks/kernel_start.py [--rounds N] [--json]

Both kernels run the same Python with the same byte code; ordinary and warm starts take turns, so that a busy moment
of the machine hits both. The warm kernelspec is `python3` of this environment; the ordinary one is the same without
its provisioner. The first warm start, which makes the template, is quoted apart.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

FIRST_OPERATION = "import tensorflow as tf; tf.reduce_sum(tf.ones(3))"


def main():
    arguments = parse_arguments()
    with tempfile.TemporaryDirectory() as folder:
        install_twins(Path(folder))
        first = seconds_to_first_operation("warm")
        seconds_to_first_operation("ordinary")  # brings its files into the page cache
        seconds = {"ordinary": [], "warm": []}
        for _ in range(arguments.rounds):
            for kernel, measured in seconds.items():
                measured.append(seconds_to_first_operation(kernel))
    report(first, seconds, arguments.json)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7, help="starts of each kind")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser.parse_args()


def install_twins(folder):
    """Install python3 under the names "warm" and "ordinary", the latter without the provisioner."""
    spec = KernelSpecManager().get_kernel_spec("python3").to_dict()
    if "kernel_provisioner" not in spec["metadata"]:
        sys.exit("The kernel python3 of this environment is an ordinary one: run make environment first.")
    write_kernelspec(folder, "warm", spec)
    write_kernelspec(folder, "ordinary", spec | {"metadata": {}})
    os.environ["JUPYTER_PATH"] = str(folder)


def write_kernelspec(folder, name, spec):
    path = folder / "kernels" / name / "kernel.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(spec))


def seconds_to_first_operation(kernel):
    began = time.perf_counter()
    quiet = ["--IPKernelApp.log_level=CRITICAL"]
    manager, client = start_new_kernel(kernel_name=kernel, extra_arguments=quiet, stderr=subprocess.DEVNULL)
    try:
        reply = client.execute_interactive(FIRST_OPERATION, output_hook=lambda message: None, timeout=120)
        seconds = time.perf_counter() - began
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    if reply["content"]["status"] != "ok":
        sys.exit(f"The {kernel} kernel cannot use TensorFlow: {reply['content']['ename']}.")
    return seconds


def report(first, seconds, as_json):
    medians = {kernel: statistics.median(measured) for kernel, measured in seconds.items()}
    ratio = medians["ordinary"] / medians["warm"]
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores"
    if as_json:
        print(json.dumps({"machine": machine, "first": first, "seconds": seconds, "medians": medians, "ratio": ratio}))
        return
    print(f"Kernel start to the first TensorFlow result ({machine}), seconds")
    for kernel, measured in seconds.items():
        print(f"{kernel:9} median {medians[kernel]:.2f}   from {min(measured):.2f} to {max(measured):.2f}")
    print(f"ratio of medians {ratio:.1f}; the start that makes the template {first:.2f}")


if __name__ == "__main__":
    main()
