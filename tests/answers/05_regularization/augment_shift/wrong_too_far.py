"""Shifts of up to twice max_shift.

check: every image is the original, shifted by at most one pixel, and zeros flow in
hint: moved by more than max_shift = 1
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    reach = 2 * max_shift
    padded = np.pad(images, ((0, 0), (reach, reach), (reach, reach)))
    corners = rng.integers(0, 2 * reach + 1, size=(n, 2))
    return np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
