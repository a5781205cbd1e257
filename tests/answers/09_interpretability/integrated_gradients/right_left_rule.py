"""The left ends, in tensors until the last step."""


def saliency(model, x, class_index):
    row = tf.Variable(np.reshape(x, (1, -1)), dtype=tf.float32)
    with tf.GradientTape() as tape:
        output = tf.gather(model(row), class_index, axis=1)
    return tf.reshape(tape.gradient(output, row), [-1]).numpy()


def integrated_gradients(model, x, baseline, class_index, steps=64):
    way = tf.constant((x - baseline)[None], tf.float32)
    rows = tf.Variable(
        tf.constant(baseline[None], tf.float32) + tf.range(steps, dtype=tf.float32)[:, None] / steps * way
    )
    with tf.GradientTape() as tape:
        outputs = tf.gather(model(rows), class_index, axis=1)
    return (tf.reduce_mean(tape.gradient(outputs, rows), axis=0) * way[0]).numpy()
