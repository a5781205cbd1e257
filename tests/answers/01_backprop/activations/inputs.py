"""Tables of any shape and spread for all seven functions; nobody draws exactly 0, where any slope will do."""


def inputs(rng):
    z = rng.normal(0, 10 ** rng.uniform(-3, 3), size=rng.integers(1, 5, size=rng.integers(1, 4)))
    slope = rng.uniform(0, 1)
    plain = "sigmoid", "relu", "sigmoid_prime", "tanh_prime", "relu_prime"
    return dict.fromkeys(plain, (z,)) | dict.fromkeys(("leaky_relu", "leaky_relu_prime"), (z, slope))
