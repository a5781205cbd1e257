"""A loop that fills a list."""

import math


def sample_log_uniform(low, high, size, rng):
    draws = []
    for _ in range(size):
        draws.append(math.exp(math.log(low) + rng.random() * math.log(high / low)))
    return draws
