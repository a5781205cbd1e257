"""Has a program write without end to the descriptor."""

import subprocess

subprocess.run(["head", "-c", "50000000", "/dev/zero"])
