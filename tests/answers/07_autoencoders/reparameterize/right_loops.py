"""A loop over the entries; nested lists come back."""

import math


def reparameterize(mu, log_var, eps):
    draws = []
    for row in zip(mu, log_var, eps, strict=True):
        draws.append([m + math.exp(v / 2) * e for m, v, e in zip(*row, strict=True)])
    return draws
