"""The padding is not cut off.

check: every image is the original, shifted by at most one pixel, and zeros flow in
hint: got shape (60, 7, 7)
"""


def augment_shift(images, rng, max_shift=1):
    return np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
