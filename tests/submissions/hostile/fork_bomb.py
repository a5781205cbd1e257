"""Starts processes, and goes on where it cannot."""

import os
import time

started = 0
for _ in range(300):
    try:
        if os.fork() == 0:
            time.sleep(60)
            os._exit(0)
        started += 1
    except OSError:
        pass
if started >= 300:
    print("HARM: started", started, "processes")
