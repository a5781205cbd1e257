"""Sequential models without Input: built when they are first called; a list comes back."""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    encoder = keras.Sequential(
        [*(keras.layers.Dense(w, activation="relu") for w in hidden), keras.layers.Dense(n_code)]
    )
    backwards = [keras.layers.Dense(w, activation="relu") for w in reversed(list(hidden))]
    decoder = keras.Sequential([*backwards, keras.layers.Dense(n_inputs, activation=output_activation)])
    return [encoder, decoder, keras.Sequential([encoder, decoder])]
