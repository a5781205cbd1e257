"""The correction is written for beta = 0.9.

check: the weights of the corrected average sum to one
hint: first difference at index
"""


def ema(values, beta, bias_correction=True):
    average = np.zeros_like(values[0])
    averages = []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        averages.append(average / (1 - 0.9**t) if bias_correction else average)
    return np.array(averages)
