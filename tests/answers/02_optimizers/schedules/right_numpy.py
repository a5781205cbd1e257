"""NumPy functions; arrays without dimensions come back."""


def power_schedule(lr0, epoch, s):
    return np.asarray(np.divide(lr0, 1 + np.true_divide(epoch, s)))


def exponential_schedule(lr0, epoch, s):
    return np.asarray(lr0 * np.power(0.1, np.true_divide(epoch, s)))
