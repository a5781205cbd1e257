"""scipy.ndimage.shift without interpolation; a list comes back."""

from scipy.ndimage import shift


def augment_shift(images, rng, max_shift=1):
    reach = max_shift + 1
    return [shift(image, rng.integers(-max_shift, reach, 2), order=0, cval=0.0) for image in images]
