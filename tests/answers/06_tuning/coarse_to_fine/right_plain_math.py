"""Python's math module."""


def coarse_to_fine(low, high, best, factor, log=True):
    from math import exp
    from math import log as ln

    f, g = (ln, exp) if log else ((lambda x: x), (lambda x: x))
    w = (f(high) - f(low)) / factor
    a, b = f(best) - w / 2, f(best) + w / 2
    return (low if a < f(low) else g(a)), (high if b > f(high) else g(b))
