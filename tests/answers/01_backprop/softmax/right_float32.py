"""Single precision."""


def softmax(z):
    z = np.asarray(z, dtype=np.float32)
    powers = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)
