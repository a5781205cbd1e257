"""Glorot divides by fan_in alone.

check: glorot_uniform: 300 inputs, 200 outputs
hint: that is He's variance
"""


def glorot_uniform(fan_in, fan_out, rng):
    return he_uniform(fan_in, fan_out, rng)


def glorot_normal(fan_in, fan_out, rng):
    return he_normal(fan_in, fan_out, rng)


def he_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
