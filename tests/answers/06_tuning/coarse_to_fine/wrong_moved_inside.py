"""The range is moved inside instead of cut.

check: what sticks out of the old range is cut off
hint: the range was moved inside
"""


def coarse_to_fine(low, high, best, factor, log=True):
    to, back = (np.log, np.exp) if log else (float, float)
    a, b, c = to(low), to(high), to(best)
    width = (b - a) / factor
    start = min(max(c - width / 2, a), b - width)
    return back(start), back(start + width)
