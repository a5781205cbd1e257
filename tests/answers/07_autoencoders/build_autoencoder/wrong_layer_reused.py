"""The decoder's hidden layer is the encoder's, transposed in spirit only: the same object cannot take both.

check: three models: rows to codes, codes to rows, rows to rows
hint: stopped with ValueError
"""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    layers = [keras.layers.Dense(width, activation="relu") for width in hidden]
    encoder = keras.Sequential([keras.Input((n_inputs,)), *layers, keras.layers.Dense(n_code)])
    decoder = keras.Sequential(
        [keras.Input((n_code,)), *layers[::-1], keras.layers.Dense(n_inputs, activation=output_activation)]
    )
    return encoder, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
