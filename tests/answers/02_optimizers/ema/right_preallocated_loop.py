"""The recursion, written into an array made beforehand, corrected at the end."""


def ema(values, beta, bias_correction=True):
    averages = np.zeros(np.shape(values))
    averages[0] = (1 - beta) * values[0]
    for i in range(1, len(values)):
        averages[i] = beta * averages[i - 1] + (1 - beta) * values[i]
    if bias_correction:
        for i in range(len(values)):
            averages[i] /= 1 - beta ** (i + 1)
    return averages
