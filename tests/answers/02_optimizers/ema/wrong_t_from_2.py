"""The correction is one step ahead.

check: three values with the correction
hint: the correction is one step ahead
"""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros_like(values[0]), []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta ** (t + 1)) if bias_correction else average)
    return np.array(averages)
