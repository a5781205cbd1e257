"""The default of bias_correction was changed to False.

check: three values with the correction
hint: no bias correction
"""


def ema(values, beta, bias_correction=False):
    average, averages = np.zeros_like(values[0]), []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta**t) if bias_correction else average)
    return np.array(averages)
