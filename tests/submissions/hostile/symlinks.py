"""Reaches the gradebook through links."""
# ruff: noqa: F821

import os
from pathlib import Path

os.symlink(f"{COURSE}/gradebook.db", "link")
for make in (os.link, os.symlink):
    for target in (f"{COURSE}/gradebook.db", f"/proc/1/root{COURSE}/gradebook.db"):
        try:
            make(target, "another")
        except OSError:
            continue
        for name in ("link", "another"):
            try:
                print("HARM: read", Path(name).read_text())
                Path(name).write_text("changed")
                print("HARM: changed the gradebook")
            except OSError:
                pass
        os.unlink("another")
