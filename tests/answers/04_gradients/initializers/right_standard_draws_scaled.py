"""Standard draws, scaled afterwards."""


def glorot_uniform(fan_in, fan_out, rng):
    return (2 * rng.random((fan_in, fan_out)) - 1) * (6 / (fan_in + fan_out)) ** 0.5


def glorot_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * (2 / (fan_in + fan_out)) ** 0.5


def he_uniform(fan_in, fan_out, rng):
    return (2 * rng.random((fan_in, fan_out)) - 1) * (6 / fan_in) ** 0.5


def he_normal(fan_in, fan_out, rng):
    return rng.standard_normal((fan_in, fan_out)) * (2 / fan_in) ** 0.5
