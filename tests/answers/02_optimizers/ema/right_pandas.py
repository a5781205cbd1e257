"""pandas' adjusted exponential window is the corrected average; all further axes are columns meanwhile."""


def ema(values, beta, bias_correction=True):
    table = pd.DataFrame(np.reshape(values, (len(values), -1)))
    averages = table.ewm(alpha=1 - beta, adjust=True).mean()
    if not bias_correction:
        averages = averages.mul(1 - float(beta) ** np.arange(1, len(table) + 1), axis=0)
    return averages.to_numpy().reshape(np.shape(values))
