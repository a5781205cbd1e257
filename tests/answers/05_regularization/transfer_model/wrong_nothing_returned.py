"""Nothing is returned.

check: one probability for each class, and each row sums to 1
hint: got None: return the model
"""


def transfer_model(base, n_classes, freeze=True):
    base.trainable = not freeze
    keras.Sequential([base, keras.layers.Dense(n_classes, activation="softmax")])
