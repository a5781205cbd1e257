"""Padded and cropped by TensorFlow, in single precision."""

import tensorflow as tf


def augment_shift(images, rng, max_shift=1):
    height, width = images.shape[1:]
    out = []
    for image in tf.constant(images, tf.float32):
        padded = tf.pad(image, [[max_shift, max_shift], [max_shift, max_shift]])
        top, left = rng.integers(2 * max_shift + 1, size=2)
        out.append(padded[top : top + height, left : left + width])
    return tf.stack(out)
