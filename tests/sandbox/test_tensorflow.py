"""A template that has imported TensorFlow forks processes in which TensorFlow works, within the default limits."""

from __future__ import annotations

from labgrader.job import OK
from labgrader.sandbox import SandboxExecutor

TRAINS = """
import keras, numpy as np, tensorflow as tf
model = keras.Sequential([keras.layers.Input((8,)), keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
rows = tf.data.Dataset.from_tensor_slices((np.ones((64, 8)), np.ones(64))).shuffle(64).batch(16).prefetch(2)
history = model.fit(rows, epochs=2, verbose=0).history
model.save("model.keras")
print(len(history["loss"]), keras.models.load_model("model.keras").count_params())
"""


def test_forks_train(make_job, said):
    with SandboxExecutor(["numpy", "tensorflow", "keras"], environment={"TF_CPP_MIN_LOG_LEVEL": "3"}) as executor:
        for _ in range(2):
            result = executor.execute(make_job("import sys; assert 'tensorflow' in sys.modules", TRAINS))
            assert [record.status for record in result.records] == [OK, OK], result
            assert "2 41\n" in said(result)
