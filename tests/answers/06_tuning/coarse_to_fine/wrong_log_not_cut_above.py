"""Not cut off above on a log scale.

check: cut off above, on a log scale
hint: high: expected 1
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return max(low, best / half), best * half
    half = (high - low) / (2 * factor)
    return max(low, best - half), min(high, best + half)
