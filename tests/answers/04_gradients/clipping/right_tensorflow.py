"""TensorFlow's functions."""


def clip_by_value(grads, limit):
    return [tf.clip_by_value(grad, -limit, limit) for grad in grads]


def clip_by_norm(grads, max_norm):
    return [tf.clip_by_norm(grad, max_norm) for grad in grads]


def clip_by_global_norm(grads, max_norm):
    return tf.clip_by_global_norm(grads, max_norm)[0]
