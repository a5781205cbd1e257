"""Height and width are mixed up.

check: all 25 shifts of up to two pixels occur about equally often, on images that are not square
hint: stopped with ValueError
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    corners = rng.integers(0, 2 * max_shift + 1, size=(n, 2))
    return np.stack([p[a : a + width, b : b + height] for p, (a, b) in zip(padded, corners, strict=True)])
