"""Tensors, float64."""


def coarse_to_fine(low, high, best, factor, log=True):
    ends = tf.constant([low, high, best], tf.float64)
    ends = tf.math.log(ends) if log else ends
    half = (ends[1] - ends[0]) / (2 * factor)
    new = tf.clip_by_value(tf.stack([ends[2] - half, ends[2] + half]), ends[0], ends[1])
    return tf.exp(new) if log else new
