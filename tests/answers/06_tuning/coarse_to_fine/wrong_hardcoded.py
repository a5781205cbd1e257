"""The three visible answers.

check: cut off below, on a log scale, with another factor
hint: KeyError
"""


def coarse_to_fine(low, high, best, factor, log=True):
    return {1e-4: (1e-3, 1e-1), 2.0: (3.0, 7.0), 0.0: (9.0, 12.0)}[low]
