"""All averages are divided by 1 - beta**n.

check: three values with the correction
hint: the correction uses the same t for every value
"""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros_like(values[0]), []
    for value in values:
        average = beta * average + (1 - beta) * value
        averages.append(average)
    return np.array(averages) / (1 - beta ** len(values) if bias_correction else 1)
