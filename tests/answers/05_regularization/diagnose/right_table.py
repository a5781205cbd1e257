"""A dict from the two verdicts to the words."""


def diagnose(train_error, dev_error, target_error, tol):
    table = {
        (False, False): "ok",
        (True, False): "high bias",
        (False, True): "high variance",
        (True, True): "both",
    }
    gaps = np.diff([target_error, train_error, dev_error])
    return table[tuple(bool(gap > tol) for gap in gaps)]
