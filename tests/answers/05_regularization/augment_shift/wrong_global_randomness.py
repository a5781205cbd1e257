"""np.random instead of rng.

check: all randomness comes from rng
hint: draw from rng and nothing else
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    corners = np.random.randint(0, 2 * max_shift + 1, size=(n, 2))
    return np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
