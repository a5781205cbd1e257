"""Takes a gigabyte of shared memory and drops it from its own count."""

import mmap
import time

maps = []
for _ in range(16):
    area = mmap.mmap(-1, 64 << 20)
    for page in range(0, len(area), mmap.PAGESIZE):
        area[page] = 1
    area.madvise(mmap.MADV_DONTNEED)
    maps.append(area)
time.sleep(1)
print("HARM: took", len(maps) * 64, "MiB that no process seems to use")
