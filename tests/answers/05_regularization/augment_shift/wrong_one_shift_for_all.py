"""One shift for all images.

check: every image has a shift of its own, in both directions
hint: all images moved by the same shift
"""


def augment_shift(images, rng, max_shift=1):
    height, width = images.shape[1:]
    padded = np.pad(images, ((0, 0), (max_shift, max_shift), (max_shift, max_shift)))
    top, left = rng.integers(0, 2 * max_shift + 1, size=2)
    return padded[:, top : top + height, left : left + width]
