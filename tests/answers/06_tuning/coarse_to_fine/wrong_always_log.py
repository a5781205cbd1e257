"""log=False is ignored.

check: on a linear scale, a width of 8 becomes 4
hint: log=False was ignored
"""


def coarse_to_fine(low, high, best, factor, log=True):
    half = (high / low) ** (1 / (2 * factor))
    return max(low, best / half), min(high, best * half)
