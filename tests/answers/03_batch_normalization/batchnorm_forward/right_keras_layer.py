"""Keras' layer does the work, the cache holds the inputs."""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    layer = keras.layers.BatchNormalization(epsilon=eps, dtype="float64")
    layer.build(x.shape)
    layer.gamma.assign(gamma)
    layer.beta.assign(beta)
    return layer(tf.constant(x), training=True).numpy(), (x, gamma, beta, eps)
