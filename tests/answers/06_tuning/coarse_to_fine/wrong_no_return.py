"""Nothing is returned for linear ranges.

check: on a linear scale, a width of 8 becomes 4
hint: got None
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return max(low, best / half), min(high, best * half)
