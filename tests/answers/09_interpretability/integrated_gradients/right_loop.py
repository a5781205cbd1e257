"""A loop over the points, with saliency."""


def saliency(model, x, class_index):
    rows = tf.convert_to_tensor(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows).numpy()[0]


def integrated_gradients(model, x, baseline, class_index, steps=64):
    shares = (np.arange(steps) + 0.5) / steps
    slopes = [saliency(model, baseline + share * (x - baseline), class_index) for share in shares]
    return (x - baseline) * np.mean(slopes, axis=0)
