"""Powers of the ratio."""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        step = (high / low) ** (0.5 / factor)
        return max(best / step, low), min(best * step, high)
    step = 0.5 * (high - low) / factor
    return max(best - step, low), min(best + step, high)
