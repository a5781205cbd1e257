"""Normals cut at two deviations and widened to the right variance."""


def truncated(variance, shape, rng):
    from scipy.stats import truncnorm

    return truncnorm.rvs(-2, 2, size=shape, random_state=rng) * np.sqrt(variance / truncnorm.var(-2, 2))


def glorot_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def glorot_normal(fan_in, fan_out, rng):
    return truncated(2 / (fan_in + fan_out), (fan_in, fan_out), rng)


def he_uniform(fan_in, fan_out, rng):
    limit = np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, (fan_in, fan_out))


def he_normal(fan_in, fan_out, rng):
    return truncated(2 / fan_in, (fan_in, fan_out), rng)
