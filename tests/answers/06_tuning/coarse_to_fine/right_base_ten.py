"""Logarithms to base ten, a list."""


def coarse_to_fine(low, high, best, factor, log=True):
    to, back = (np.log10, lambda x: 10**x) if log else (float, float)
    centre, half = to(best), (to(high) - to(low)) / (2 * factor)
    return [max(low, back(centre - half)), min(high, back(centre + half))]
