"""Keras builds the network and counts."""


def count_parameters(layer_sizes):
    model = keras.Sequential([keras.Input((layer_sizes[0],)), *map(keras.layers.Dense, layer_sizes[1:])])
    return model.count_params()
