"""Not cut off below on a linear scale.

check: cut off below, on a linear scale
hint: low: expected -4
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return max(low, best / half), min(high, best * half)
    half = (high - low) / (2 * factor)
    return best - half, min(high, best + half)
