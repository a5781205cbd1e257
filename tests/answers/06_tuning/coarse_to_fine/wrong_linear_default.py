"""log is False by default.

check: on a log scale, four factors of ten become two
hint: that is the linear range
"""


def coarse_to_fine(low, high, best, factor, log=False):
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return max(low, best / half), min(high, best * half)
    half = (high - low) / (2 * factor)
    return max(low, best - half), min(high, best + half)
