"""Starts threads."""

import threading
import time

started = 0
for _ in range(300):
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    started += 1
print("HARM: started", started, "threads")
