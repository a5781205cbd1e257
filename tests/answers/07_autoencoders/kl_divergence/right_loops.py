"""A loop over rows and dimensions; a list comes back."""

import math


def kl_divergence(mu, log_var):
    divergences = []
    for means, logs in zip(mu, log_var, strict=True):
        total = 0.0
        for mean, log in zip(means, logs, strict=True):
            variance = math.exp(log)
            total += (mean**2 + variance - 1 - math.log(variance)) / 2
        divergences.append(total)
    return divergences
