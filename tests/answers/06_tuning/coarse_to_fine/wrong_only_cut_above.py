"""Cut off above and not below.

check: cut off below, on a log scale, with another factor
hint: low: expected
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return best / half, min(high, best * half)
    half = (high - low) / (2 * factor)
    return best - half, min(high, best + half)
