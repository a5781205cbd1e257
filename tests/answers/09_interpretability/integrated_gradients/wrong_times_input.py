"""Gradient times input for the saliency.

check: saliency of a linear model: the weights of that output
hint: gradient times input
"""


def saliency(model, x, class_index):
    rows = tf.convert_to_tensor(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return x * tape.gradient(output, rows).numpy()[0]


def integrated_gradients(model, x, baseline, class_index, steps=64):
    shares = (np.arange(steps) + 0.5) / steps
    rows = tf.constant(baseline + np.outer(shares, x - baseline), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return (x - baseline) * tape.gradient(output, rows).numpy().mean(axis=0)
