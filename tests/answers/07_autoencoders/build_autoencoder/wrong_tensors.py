"""Tensors instead of models.

check: three models: rows to codes, codes to rows, rows to rows
hint: return three Keras models
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
    inputs = keras.Input((n_inputs,))
    return encoder(inputs), decoder(encoder(inputs)), keras.Model(inputs, decoder(encoder(inputs)))
