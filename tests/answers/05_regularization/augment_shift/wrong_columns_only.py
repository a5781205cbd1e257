"""Rows never move.

check: every image has a shift of its own, in both directions
hint: of rows occur
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    corners = np.column_stack([np.full(n, max_shift), rng.integers(0, 2 * max_shift + 1, n)])
    return np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
