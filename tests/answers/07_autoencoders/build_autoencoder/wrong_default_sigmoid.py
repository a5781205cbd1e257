"""The default output activation is a sigmoid.

check: the output has the activation that was asked for
hint: the default is linear: no activation
"""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="sigmoid"):
    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        encoder.add(keras.layers.Dense(width, activation="relu"))
    encoder.add(keras.layers.Dense(n_code))
    decoder = keras.Sequential([keras.Input((n_code,))])
    for width in reversed(hidden):
        decoder.add(keras.layers.Dense(width, activation="relu"))
    decoder.add(keras.layers.Dense(n_inputs, activation=output_activation))
    return encoder, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
