"""The start v_0 = 0 is returned as well.

check: three values without the correction
hint: expected shape (3,), got (4,)
"""


def ema(values, beta, bias_correction=True):
    averages = [np.zeros_like(values[0])]
    for value in values:
        averages.append(beta * averages[-1] + (1 - beta) * value)
    averages = np.array(averages)
    if bias_correction:
        averages[1:] /= (1 - beta ** np.arange(1, len(averages))).reshape(-1, *[1] * (averages.ndim - 1))
    return averages
