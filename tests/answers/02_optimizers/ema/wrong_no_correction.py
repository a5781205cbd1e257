"""bias_correction is ignored: no average is corrected.

check: three values with the correction
hint: no bias correction
"""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros_like(values[0]), []
    for value in values:
        average = beta * average + (1 - beta) * value
        averages.append(average)
    return np.array(averages)
