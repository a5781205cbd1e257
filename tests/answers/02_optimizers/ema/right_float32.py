"""Single precision."""


def ema(values, beta, bias_correction=True):
    average, averages = np.zeros(np.shape(values)[1:], dtype=np.float32), []
    for t, value in enumerate(np.asarray(values, dtype=np.float32), start=1):
        average = np.float32(beta) * average + np.float32(1 - beta) * value
        averages.append(average / np.float32(1 - beta**t) if bias_correction else average)
    return np.array(averages)
