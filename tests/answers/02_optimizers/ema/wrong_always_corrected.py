"""bias_correction is ignored: every average is corrected.

check: three values without the correction
hint: the correction is applied though bias_correction is False
"""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros_like(values[0]), []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta**t))
    return np.array(averages)
