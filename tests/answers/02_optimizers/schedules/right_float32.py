"""Single precision."""


def power_schedule(lr0, epoch, s):
    return np.float32(lr0) / (np.float32(1) + np.float32(epoch) / np.float32(s))


def exponential_schedule(lr0, epoch, s):
    return np.float32(lr0) * np.float32(0.1) ** (np.float32(epoch) / np.float32(s))
