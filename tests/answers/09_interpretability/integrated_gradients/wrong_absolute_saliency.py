"""Absolute values.

check: saliency of a linear model: the weights of that output
hint: the sign was thrown away
"""


def saliency(model, x, class_index):
    rows = tf.convert_to_tensor(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return np.abs(tape.gradient(output, rows).numpy()[0])


def signed(model, x, class_index):
    rows = tf.constant(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows).numpy()[0]


def integrated_gradients(model, x, baseline, class_index, steps=64):
    shares = (np.arange(steps) + 0.5) / steps
    slopes = [signed(model, baseline + share * (x - baseline), class_index) for share in shares]
    return (x - baseline) * np.mean(slopes, axis=0)
