"""Only the last average is returned.

check: three values without the correction
hint: expected shape (3,), got ()
"""


def ema(values, beta, bias_correction=True):
    average = np.zeros_like(values[0])
    for value in values:
        average = beta * average + (1 - beta) * value
    return average / (1 - beta ** len(values)) if bias_correction else average
