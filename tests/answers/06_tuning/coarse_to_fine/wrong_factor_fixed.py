"""The width is always halved.

check: what sticks out of the old range is cut off
hint: low: expected 9
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        half = (high / low) ** (1 / (4))
        return max(low, best / half), min(high, best * half)
    half = (high - low) / (4)
    return max(low, best - half), min(high, best + half)
