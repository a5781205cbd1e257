"""A norm for every trainable weight.

check: three single neurons in a row
hint: the biases are listed too
"""


def layer_gradient_norms(model, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=False))
    return [float(tf.norm(gradient)) for gradient in tape.gradient(loss, model.trainable_weights)]
