"""The new value enters whole, so the sum is no average.

check: three values without the correction
hint: the new value enters whole
"""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros_like(values[0]), []
    for t, value in enumerate(values, start=1):
        average = beta * average + value
        averages.append(average / (1 - beta**t) if bias_correction else average)
    return np.array(averages)
