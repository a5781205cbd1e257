"""Keras is asked."""


def conv_parameters(kernel, c_in, c_out):
    layer = keras.layers.Conv2D(c_out, kernel)
    layer.build((None, 32, 32, c_in))
    return layer.count_params()
