"""The logarithms are returned.

check: on a log scale, four factors of ten become two
hint: these are the logarithms
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        low, high, best = np.log10([low, high, best])
    half = (high - low) / (2 * factor)
    return max(low, best - half), min(high, best + half)
