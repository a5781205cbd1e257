"""The normals are uniform, with the right variance.

check: glorot_normal: 300 inputs, 200 outputs
hint: that is uniform
"""


def glorot_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def glorot_normal(fan_in, fan_out, rng):
    return glorot_uniform(fan_in, fan_out, rng)


def he_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def he_normal(fan_in, fan_out, rng):
    return he_uniform(fan_in, fan_out, rng)
