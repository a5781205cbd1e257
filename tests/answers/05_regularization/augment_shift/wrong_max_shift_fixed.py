"""One pixel, whatever max_shift says.

check: all 25 shifts of up to two pixels occur about equally often, on images that are not square
hint: 9 different shifts
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    corners = rng.integers(0, 3, size=(n, 2))
    return np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
