"""The encoder that is returned is a copy with weights of its own.

check: encoder and decoder are the two halves of the autoencoder: shared weights
hint: the encoder has weights of its own
"""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        encoder.add(keras.layers.Dense(width, activation="relu"))
    encoder.add(keras.layers.Dense(n_code))
    decoder = keras.Sequential([keras.Input((n_code,))])
    for width in reversed(hidden):
        decoder.add(keras.layers.Dense(width, activation="relu"))
    decoder.add(keras.layers.Dense(n_inputs, activation=output_activation))
    copy = keras.models.clone_model(encoder)
    return copy, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
