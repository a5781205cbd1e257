"""Halves and whole as subclasses of keras.Model."""


class Chain(keras.Model):
    def __init__(self, parts):
        super().__init__()
        self.parts = parts

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    encoder = Chain([*(keras.layers.Dense(width, "relu") for width in hidden), keras.layers.Dense(n_code)])
    decoder = Chain(
        [
            *(keras.layers.Dense(width, "relu") for width in list(hidden)[::-1]),
            keras.layers.Dense(n_inputs, output_activation),
        ]
    )
    return encoder, decoder, Chain([encoder, decoder])
