"""A class of its own, with the ReLU as an operation."""


class NormalisedMLP(keras.Model):
    def __init__(self, hidden, n_classes, norm):
        super().__init__()
        self.norm = norm
        self.dense = [keras.layers.Dense(width) for width in hidden]
        self.norms = [keras.layers.BatchNormalization() for _ in hidden if norm != "none"]
        self.last = keras.layers.Dense(n_classes, activation="softmax")

    def call(self, x, training=False):
        for number, dense in enumerate(self.dense):
            x = dense(x)
            if self.norm == "before":
                x = self.norms[number](x, training=training)
            x = keras.ops.relu(x)
            if self.norm == "after":
                x = self.norms[number](x, training=training)
        return self.last(x)


def build_mlp(n_inputs, hidden, n_classes, norm):
    model = NormalisedMLP(hidden, n_classes, norm)
    model.build((None, n_inputs))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
