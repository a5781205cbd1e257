"""All columns share one average.

check: a constant series stays constant, in every column
hint: expected shape (6, 2), got (6,)
"""


def ema(values, beta, bias_correction=True):
    average, averages = 0.0, []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * np.mean(value)
        averages.append(average / (1 - beta**t) if bias_correction else average)
    return np.array(averages)
