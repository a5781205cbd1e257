"""A Sequential model, layer by layer."""


def build_mlp(n_inputs, hidden, n_classes, norm):
    layers = [keras.Input((n_inputs,))]
    for width in hidden:
        layers.append(keras.layers.Dense(width))
        if norm == "before":
            layers.append(keras.layers.BatchNormalization())
        layers.append(keras.layers.Activation("relu"))
        if norm == "after":
            layers.append(keras.layers.BatchNormalization())
    layers.append(keras.layers.Dense(n_classes))
    layers.append(keras.layers.Softmax())
    model = keras.Sequential(layers)
    model.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    return model
