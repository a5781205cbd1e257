"""The average starts at the first value instead of 0.

check: three values without the correction
hint: the average starts at the first value
"""


def ema(values, beta, bias_correction=True):
    average, averages = values[0], []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta**t) if bias_correction else average)
    return np.array(averages)
