"""A loop over columns: right for one and two dimensions, lost in three.

check: beta = 0 remembers nothing
hint: expected shape (5, 2, 3)
"""


def ema(values, beta, bias_correction=True):
    columns = values.reshape(len(values), -1)
    averages = np.zeros(columns.shape)
    for column in range(columns.shape[1]):
        average = 0.0
        for t, value in enumerate(columns[:, column], start=1):
            average = beta * average + (1 - beta) * value
            averages[t - 1, column] = average / (1 - beta**t) if bias_correction else average
    return averages[:, 0] if values.ndim == 1 else averages
