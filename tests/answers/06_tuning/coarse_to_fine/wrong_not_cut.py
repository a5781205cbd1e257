"""The new range leaves the old one.

check: what sticks out of the old range is cut off
hint: the new range leaves the old one
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        half = (high / low) ** (1 / (2 * factor))
        return best / half, best * half
    half = (high - low) / (2 * factor)
    return best - half, best + half
