"""The way leads from x beyond the baseline.

check: completeness: they sum to the change of the probability, to 1 %
hint: expected
"""


def saliency(model, x, class_index):
    rows = tf.convert_to_tensor(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows).numpy()[0]


def integrated_gradients(model, x, baseline, class_index, steps=64):
    shares = (np.arange(steps) + 0.5) / steps
    rows = tf.constant(x + np.outer(shares, x - baseline), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return (x - baseline) * tape.gradient(output, rows).numpy().mean(axis=0)
