"""The decoder has no biases.

check: Dense layers with a kernel and a bias each, and nothing that acts in training only
hint: the decoder: every layer needs its bias
"""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    encoder = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        encoder.add(keras.layers.Dense(width, activation="relu"))
    encoder.add(keras.layers.Dense(n_code))
    decoder = keras.Sequential([keras.Input((n_code,))])
    for width in reversed(hidden):
        decoder.add(keras.layers.Dense(width, activation="relu", use_bias=False))
    decoder.add(keras.layers.Dense(n_inputs, activation=output_activation, use_bias=False))
    return encoder, decoder, keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
