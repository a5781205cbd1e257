"""The change is spread evenly over the inputs.

check: each input's own part, against a fine sum of differences
hint: expected
"""


def saliency(model, x, class_index):
    rows = tf.convert_to_tensor(x[None], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(rows)
        output = model(rows)[:, class_index]
    return tape.gradient(output, rows).numpy()[0]


def integrated_gradients(model, x, baseline, class_index, steps=64):
    ends = model(tf.constant([baseline, x], tf.float32)).numpy()[:, class_index]
    return np.full(len(x), (ends[1] - ends[0]) / len(x))
