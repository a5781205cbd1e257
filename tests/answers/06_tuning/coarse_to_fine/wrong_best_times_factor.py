"""Best divided and multiplied by factor.

check: on a log scale, four factors of ten become two
hint: best was divided and multiplied by factor
"""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        return max(low, best / factor), min(high, best * factor)
    half = (high - low) / (2 * factor)
    return max(low, best - half), min(high, best + half)
