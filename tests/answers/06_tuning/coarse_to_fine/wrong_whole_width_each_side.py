"""The whole new width goes to each side.

check: on a log scale, four factors of ten become two
hint: half of it belongs there
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        half = (high / low) ** (1 / (factor))
        return max(low, best / half), min(high, best * half)
    half = (high - low) / (factor)
    return max(low, best - half), min(high, best + half)
