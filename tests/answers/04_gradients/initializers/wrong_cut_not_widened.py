"""Cut at two deviations, which takes variance away.

check: he_normal: 300 inputs, 200 outputs
hint: the cut at two deviations took variance away
"""


def cut(deviation, shape, rng):
    from scipy.stats import truncnorm

    return truncnorm.rvs(-2, 2, scale=deviation, size=shape, random_state=rng)


def glorot_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def glorot_normal(fan_in, fan_out, rng):
    return cut(np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out), rng)


def he_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def he_normal(fan_in, fan_out, rng):
    return cut(np.sqrt(2 / fan_in), (fan_in, fan_out), rng)
