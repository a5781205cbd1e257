"""The shape of an average is taken from the second value.

check: the weights of the corrected average sum to one
hint: stopped with IndexError
"""


def ema(values, beta, bias_correction=True):
    average = np.zeros_like(values[1])
    averages = []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - beta**t) if bias_correction else average)
    return np.array(averages)
