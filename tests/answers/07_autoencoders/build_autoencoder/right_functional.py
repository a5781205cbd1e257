"""Keras' functional style, the autoencoder by calling the halves."""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    inputs = h = keras.Input((n_inputs,))
    for width in hidden:
        h = keras.layers.Dense(width, activation="relu")(h)
    encoder = keras.Model(inputs, keras.layers.Dense(n_code)(h))
    code = h = keras.Input((n_code,))
    for width in hidden[::-1]:
        h = keras.layers.Dense(width, activation="relu")(h)
    decoder = keras.Model(code, keras.layers.Dense(n_inputs, activation=output_activation)(h))
    return encoder, decoder, keras.Model(inputs, decoder(encoder(inputs)))
