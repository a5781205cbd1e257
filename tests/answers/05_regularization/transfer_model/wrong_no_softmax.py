"""No softmax.

check: one probability for each class, and each row sums to 1
hint: expected
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    return keras.Sequential([base, keras.layers.Dense(n_classes)])
