"""Ends rounded to whole powers of ten.

check: twice by 2 around the same best is once by 4
hint: expected
"""


def coarse_to_fine(low, high, best, factor, log=True):
    forth, back = (np.log10, lambda exponent: 10.0 ** np.round(exponent)) if log else (float, float)
    half = (forth(high) - forth(low)) / factor / 2
    return max(back(forth(best) - half), low), min(back(forth(best) + half), high)
