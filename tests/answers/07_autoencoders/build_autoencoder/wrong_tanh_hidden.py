"""tanh instead of ReLU in the hidden layers.

check: ReLU in every hidden layer, and the output as asked also behind hidden layers
hint: first difference at index
"""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        encoder.add(keras.layers.Dense(width, activation="tanh"))
    encoder.add(keras.layers.Dense(n_code))
    decoder = keras.Sequential([keras.Input((n_code,))])
    for width in reversed(hidden):
        decoder.add(keras.layers.Dense(width, activation="tanh"))
    decoder.add(keras.layers.Dense(n_inputs, activation=output_activation))
    return encoder, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
