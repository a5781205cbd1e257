"""A NumPy string comes back."""


def diagnose(train_error, dev_error, target_error, tol):
    number = 2 * np.greater(dev_error - train_error, tol) + np.greater(train_error - target_error, tol)
    return np.array(["ok", "high bias", "high variance", "both"])[number]
