"""Hidden layers without activation.

check: hidden layers bend
hint: the encoder's hidden layer is linear
"""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        encoder.add(keras.layers.Dense(width, activation=None))
    encoder.add(keras.layers.Dense(n_code))
    decoder = keras.Sequential([keras.Input((n_code,))])
    for width in reversed(hidden):
        decoder.add(keras.layers.Dense(width, activation=None))
    decoder.add(keras.layers.Dense(n_inputs, activation=output_activation))
    return encoder, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
