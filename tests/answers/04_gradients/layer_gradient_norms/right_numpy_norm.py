"""All trainable weights, then those with two dimensions, and NumPy's norm."""


def layer_gradient_norms(model, loss_fn, x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x))
    gradients = tape.gradient(loss, model.trainable_weights)
    return [np.linalg.norm(gradient.numpy().ravel()) for gradient in gradients if len(gradient.shape) == 2]
