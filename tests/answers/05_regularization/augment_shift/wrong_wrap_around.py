"""np.roll alone.

check: every image is the original, shifted by at most one pixel, and zeros flow in
hint: let zeros flow in
"""


def augment_shift(images, rng, max_shift=1):
    return np.stack([np.roll(image, rng.integers(-max_shift, max_shift + 1, 2), axis=(0, 1)) for image in images])
