"""The average runs along the columns.

check: a constant series stays constant, in every column
hint: expected [[7, -3]
"""


def ema(values, beta, bias_correction=True):
    averages = np.zeros_like(values)
    average = np.zeros(values.shape[:-1])
    for t in range(1, values.shape[-1] + 1):
        average = beta * average + (1 - beta) * values[..., t - 1]
        averages[..., t - 1] = average / (1 - beta**t) if bias_correction else average
    return averages
