"""Activations as layers of their own, and the autoencoder compiled."""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    half = lambda widths, start: [
        part for width in widths for part in (keras.layers.Dense(width), keras.layers.Activation("relu"))
    ]
    encoder = keras.Sequential([keras.Input((n_inputs,)), *half(hidden, n_inputs), keras.layers.Dense(n_code)])
    last = [keras.layers.Dense(n_inputs), keras.layers.Activation(output_activation)]
    decoder = keras.Sequential([keras.Input((n_code,)), *half(tuple(hidden)[::-1], n_code), *last])
    autoencoder = keras.Sequential([encoder, decoder])
    autoencoder.compile("adam", loss="mse")
    return encoder, decoder, autoencoder
