"""The caller's images are overwritten.

check: the images are left alone
hint: was changed in place
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    corners = rng.integers(0, 2 * max_shift + 1, size=(n, 2))
    images[:] = np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
    return images
