"""The correction divides by 1 - beta, whatever t.

check: three values with the correction
hint: it divides by 1 - beta
"""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros_like(values[0]), []
    for value in values:
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta) if bias_correction else average)
    return np.array(averages)
