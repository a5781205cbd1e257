"""The sizes of the visible checks, with the right structure for them only.

check: other sizes, hidden as a list, and a code wider than the rows
hint: yours takes no such input
"""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    widths = list(hidden)[:2]
    encoder = keras.Sequential(
        [keras.Input((6,)), *(keras.layers.Dense(w, activation="relu") for w in widths), keras.layers.Dense(n_code)]
    )
    decoder = keras.Sequential(
        [keras.Input((n_code,)), *(keras.layers.Dense(w, activation="relu") for w in widths[::-1])]
    )
    decoder.add(keras.layers.Dense(6, activation=output_activation))
    return encoder, decoder, keras.Sequential([keras.Input((6,)), encoder, decoder])
