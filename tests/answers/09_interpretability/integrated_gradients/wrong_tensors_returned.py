"""Tensors come back.

check: both return NumPy arrays
hint: return a NumPy array (.numpy())
"""


def saliency(model, x, class_index):
    rows = tf.convert_to_tensor(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows)[0]


def integrated_gradients(model, x, baseline, class_index, steps=64):
    shares = (np.arange(steps) + 0.5) / steps
    rows = tf.constant(baseline + np.outer(shares, x - baseline), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tf.constant(x - baseline, tf.float32) * tf.reduce_mean(tape.gradient(output, rows), axis=0)
