"""A max_shift of 0 is taken for none given.

check: max_shift = 0 changes nothing
hint: first difference
"""


def augment_shift(images, rng, max_shift=1):
    max_shift = max_shift or 1
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    corners = rng.integers(0, 2 * max_shift + 1, size=(n, 2))
    return np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
