"""beta and 1 - beta are swapped in the average.

check: three values without the correction
hint: beta and 1 - beta are swapped
"""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros_like(values[0]), []
    for t, value in enumerate(values, start=1):
        average = (1 - beta) * average + beta * value
        averages.append(average / (1 - beta**t) if bias_correction else average)
    return np.array(averages)
