"""The classes are moved to the front, so that nothing needs keepdims."""


def softmax(z):
    columns = z.T - z.max(axis=1)
    powers = np.exp(columns)
    return (powers / powers.sum(axis=0)).T
