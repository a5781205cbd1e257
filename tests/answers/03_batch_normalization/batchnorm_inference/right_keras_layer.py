"""Keras' layer with these four weights."""


def batchnorm_inference(x, gamma, beta, running_mean, running_var, eps=1e-3):
    layer = keras.layers.BatchNormalization(epsilon=eps, dtype="float64")
    layer.build(x.shape)
    layer.set_weights([gamma, beta, running_mean, running_var])
    return layer(x, training=False)
