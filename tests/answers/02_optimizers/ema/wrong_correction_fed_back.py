"""The corrected average is carried on to the next step.

check: three values with the correction
hint: the corrected average was fed back
"""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros_like(values[0]), []
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        if bias_correction:
            average = average / (1 - beta**t)
        averages.append(average)
    return np.array(averages)
