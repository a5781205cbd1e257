"""x becomes the difference.

check: the inputs are left alone
hint: argument 1 was changed in place
"""


def saliency(model, x, class_index):
    rows = tf.convert_to_tensor(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows).numpy()[0]


def integrated_gradients(model, x, baseline, class_index, steps=64):
    x -= baseline
    shares = (np.arange(steps) + 0.5) / steps
    slopes = [saliency(model, baseline + share * x, class_index) for share in shares]
    return x * np.mean(slopes, axis=0)
