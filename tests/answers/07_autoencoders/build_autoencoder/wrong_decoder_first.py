"""Decoder and encoder are returned in the wrong order.

check: three models: rows to codes, codes to rows, rows to rows
hint: yours takes no such input; return encoder, decoder, autoencoder in this order
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
    return decoder, encoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
