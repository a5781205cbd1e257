"""The left ends; tensors come back."""


def saliency(model, x, class_index):
    row = tf.Variable(np.reshape(x, (1, -1)), dtype=tf.float32)
    with tf.GradientTape() as tape:
        output = tf.gather(model(row), class_index, axis=1)
    return tf.reshape(tape.gradient(output, row), [-1])


def integrated_gradients(model, x, baseline, class_index, steps=64):
    way = tf.constant(x - baseline, tf.float32)
    total = tf.zeros(len(x))
    for step in range(steps):
        total += saliency(model, baseline + step / steps * (x - baseline), class_index)
    return way * total / steps
