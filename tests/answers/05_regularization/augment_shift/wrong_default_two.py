"""The default of max_shift was changed.

check: max_shift is 1 if nobody says otherwise
hint: moved by more than max_shift = 1
"""


def augment_shift(images, rng, max_shift=2):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    corners = rng.integers(0, 2 * max_shift + 1, size=(n, 2))
    return np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
