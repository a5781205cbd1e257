"""Softmax in the layer, and the loss takes its outputs for raw scores.

check: it is compiled with Adam and learns from integer labels
hint: where the sparse categorical cross-entropy of the probabilities is
"""


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = keras.Sequential([keras.Input((n_inputs,))])
    for width in hidden:
        model.add(keras.layers.Dense(width))
        if norm == "before":
            model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.ReLU())
        if norm == "after":
            model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(n_classes))
    model.add(keras.layers.Softmax())

    def loss(y, scores):
        return keras.losses.sparse_categorical_crossentropy(y, scores, from_logits=True)

    model.compile("adam", loss, metrics=["accuracy"])
    return model
