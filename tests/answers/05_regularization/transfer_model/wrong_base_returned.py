"""The new layer is built and the base returned.

check: one probability for each class, and each row sums to 1
hint: got outputs of shape (40, 4)
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    keras.layers.Dense(n_classes, activation="softmax")(base.outputs[0])
    return base
