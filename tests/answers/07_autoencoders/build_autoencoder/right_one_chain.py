"""One chain of layers; encoder and decoder are models over its parts."""


def build_autoencoder(n_inputs, n_code, hidden=(), output_activation="linear"):
    widths = [*hidden, n_code, *list(hidden)[::-1]]
    layers = [keras.layers.Dense(width, None if place == len(hidden) else "relu") for place, width in enumerate(widths)]
    layers.append(keras.layers.Dense(n_inputs, output_activation))
    inputs, codes = keras.Input((n_inputs,)), keras.Input((n_code,))
    tensors = [inputs]
    for layer in layers:
        tensors.append(layer(tensors[-1]))
    decoded = codes
    for layer in layers[len(hidden) + 1 :]:
        decoded = layer(decoded)
    encoder = keras.Model(inputs, tensors[len(hidden) + 1])
    return encoder, keras.Model(codes, decoded), keras.Model(inputs, tensors[-1])
