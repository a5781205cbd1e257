"""The layers are made once, outside the function, and used by every autoencoder of the same size.

check: two autoencoders share nothing
hint: two autoencoders share weights
"""

_built = {}


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    size = (n_inputs, n_code, tuple(hidden), output_activation)
    if size in _built:
        return _built[size]
    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        encoder.add(keras.layers.Dense(width, activation="relu"))
    encoder.add(keras.layers.Dense(n_code))
    decoder = keras.Sequential([keras.Input((n_code,))])
    for width in reversed(hidden):
        decoder.add(keras.layers.Dense(width, activation="relu"))
    decoder.add(keras.layers.Dense(n_inputs, activation=output_activation))
    _built[size] = encoder, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
    return _built[size]
