"""np.roll, then the rows and columns that came in are erased."""


def augment_shift(images, rng, max_shift=1):
    out = np.empty_like(images)
    for i, image in enumerate(images):
        down, right = rng.integers(-max_shift, max_shift + 1, size=2)
        moved = np.roll(image, (down, right), axis=(0, 1))
        if down > 0:
            moved[:down] = 0
        elif down < 0:
            moved[down:] = 0
        if right > 0:
            moved[:, :right] = 0
        elif right < 0:
            moved[:, right:] = 0
        out[i] = moved
    return out
