"""Centred on the middle of the old range.

check: on a linear scale, a width of 8 becomes 4
hint: centre it on best
"""


def coarse_to_fine(low, high, best, factor, log=True):
    to, back = (np.log, np.exp) if log else (float, float)
    centre, half = (to(low) + to(high)) / 2, (to(high) - to(low)) / (2 * factor)
    return back(centre - half), back(centre + half)
