"""high before low.

check: on a log scale, four factors of ten become two
hint: the right values in the wrong order
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return min(high, best * half), max(low, best / half)
    half = (high - low) / (2 * factor)
    return min(high, best + half), max(low, best - half)
