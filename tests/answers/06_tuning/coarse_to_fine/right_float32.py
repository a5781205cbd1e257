"""Single precision."""


def coarse_to_fine(low, high, best, factor, log=True):
    ends = np.array([low, high, best], dtype=np.float32)
    scale = np.log(ends) if log else ends
    half = (scale[1] - scale[0]) / np.float32(2 * factor)
    new = np.clip(np.array([scale[2] - half, scale[2] + half]), scale[0], scale[1])
    return tuple(np.exp(new)) if log else tuple(new)
