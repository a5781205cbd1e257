"""Takes a gigabyte of memory in children that stay below any limit for one process."""

import os
import time

for _ in range(8):
    if os.fork() == 0:
        block = bytearray(b"x") * (128 << 20)
        time.sleep(3)
        os._exit(0)
time.sleep(2)
print("HARM: took 1024 MiB in children")
