"""Computed and returned in float32."""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    x, gamma, beta = (array.astype("float32") for array in (x, gamma, beta))
    centred = x - x.mean(axis=0)
    inverse = 1 / np.sqrt((centred**2).mean(axis=0) + np.float32(eps))
    return gamma * centred * inverse + beta, (centred * inverse, inverse, gamma)
