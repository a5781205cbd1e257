# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
#   labgrader:
#     version: 1.0.0
# ---

# %% [markdown]
# # A small TensorFlow lab without demos: every cell runs whoever grades it

# %% tags=["parameters"]
SEED = 0

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import dllabs

dllabs.setup(seed=SEED)

import keras
import numpy as np
import tensorflow as tf


# %% nbgrader={"grade": false, "grade_id": "leaky_relu", "locked": false, "schema_version": 3, "solution": true, "task": false}
def leaky_relu(z, slope=0.01):
    """z where it is positive, slope * z elsewhere; a tensor like z."""
    ### BEGIN SOLUTION
    return tf.where(z > 0, z, slope * z)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_leaky_relu", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(leaky_relu, points=2)
with check("both sides of zero"):
    check.expect(lambda: leaky_relu(tf.constant([-2.0, 3.0])), np.array([-0.02, 3.0], "float32"))
### BEGIN HIDDEN TESTS
with check("another slope, against Keras"):
    z = np.linspace(-3, 3, 20, dtype="float32").reshape(4, 5)
    check.expect(lambda: leaky_relu(tf.constant(z), 0.2), keras.ops.leaky_relu(z, 0.2).numpy())
### END HIDDEN TESTS
check.score()


# %% nbgrader={"grade": false, "grade_id": "build_classifier", "locked": false, "schema_version": 3, "solution": true, "task": false}
def build_classifier(n_inputs, n_hidden, n_classes):
    """A compiled Keras classifier with one hidden ReLU layer."""
    ### BEGIN SOLUTION
    model = keras.Sequential(
        [
            keras.Input((n_inputs,)),
            keras.layers.Dense(n_hidden, activation="relu"),
            keras.layers.Dense(n_classes, activation="softmax"),
        ]
    )
    model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    return model
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "test_build_classifier", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
check = dllabs.Check(build_classifier, points=2)
with check("weights and biases"):
    check.expect(lambda: build_classifier(4, 8, 3).count_params(), 4 * 8 + 8 + 8 * 3 + 3)
### BEGIN HIDDEN TESTS
with check("probabilities, and a loss that training lowers"):
    X, y = np.eye(6, dtype="float32"), np.arange(6) % 3
    model = build_classifier(6, 16, 3)
    check.expect(lambda: np.asarray(model(X)).sum(axis=1), np.ones(6, "float32"))
    losses = model.fit(X, y, epochs=5, verbose=0).history["loss"]
    check.holds(losses[-1] < losses[0], "five epochs did not lower the loss")
### END HIDDEN TESTS
check.score()
