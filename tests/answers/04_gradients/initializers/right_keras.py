"""Keras' own initializers, which cut their normals at two deviations; the seed comes from rng."""


def by_keras(name, fan_in, fan_out, rng):
    return getattr(keras.initializers, name)(seed=int(rng.integers(2**31)))((fan_in, fan_out))


def glorot_uniform(fan_in, fan_out, rng):
    return by_keras("GlorotUniform", fan_in, fan_out, rng)


def glorot_normal(fan_in, fan_out, rng):
    return by_keras("GlorotNormal", fan_in, fan_out, rng)


def he_uniform(fan_in, fan_out, rng):
    return by_keras("HeUniform", fan_in, fan_out, rng)


def he_normal(fan_in, fan_out, rng):
    return by_keras("HeNormal", fan_in, fan_out, rng)
