"""Linear on the logarithms, by calling itself."""


def coarse_to_fine(low, high, best, factor, log=True):
    if log:
        return np.exp(coarse_to_fine(np.log(low), np.log(high), np.log(best), factor, log=False))
    half = (high - low) / factor / 2
    return np.clip([best - half, best + half], low, high)
