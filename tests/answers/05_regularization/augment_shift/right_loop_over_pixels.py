"""A loop over pixels."""


def augment_shift(images, rng, max_shift=1):
    n, height, width = images.shape
    out = np.zeros(images.shape)
    for i in range(n):
        down = rng.choice(np.arange(-max_shift, max_shift + 1))
        right = rng.choice(np.arange(-max_shift, max_shift + 1))
        for row in range(height):
            for column in range(width):
                if 0 <= row - down < height and 0 <= column - right < width:
                    out[i, row, column] = images[i, row - down, column - right]
    return out
