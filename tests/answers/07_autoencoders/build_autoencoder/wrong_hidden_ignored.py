"""hidden is ignored.

check: hidden layers: as listed in the encoder, in reverse order in the decoder
hint: hidden is ignored
"""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in ():
        encoder.add(keras.layers.Dense(width, activation="relu"))
    encoder.add(keras.layers.Dense(n_code))
    decoder = keras.Sequential([keras.Input((n_code,))])
    for width in ():
        decoder.add(keras.layers.Dense(width, activation="relu"))
    decoder.add(keras.layers.Dense(n_inputs, activation=output_activation))
    return encoder, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
