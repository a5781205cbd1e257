"""The averages are written over the values.

check: the values are left alone
hint: argument 1 was changed in place
"""


def ema(values, beta, bias_correction=True):
    values *= 1 - beta
    for i in range(1, len(values)):
        values[i] += beta * values[i - 1]
    if bias_correction:
        values /= (1 - beta ** np.arange(1.0, len(values) + 1)).reshape(-1, *[1] * (values.ndim - 1))
    return values
