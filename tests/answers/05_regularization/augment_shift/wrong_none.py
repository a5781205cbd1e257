"""The result is not returned.

check: every image is the original, shifted by at most one pixel, and zeros flow in
hint: got None: return the new images
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    corners = rng.integers(0, 2 * max_shift + 1, size=(n, 2))
    shifted = np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
    print(shifted.shape)
