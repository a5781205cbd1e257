"""The edge is repeated instead of zeros.

check: every image is the original, shifted by at most one pixel, and zeros flow in
hint: none of the allowed shifts
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)), mode="edge")
    corners = rng.integers(0, 2 * max_shift + 1, size=(n, 2))
    return np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
