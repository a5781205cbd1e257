"""Keras' Adam under another name: nothing was written.

check: the first step has length lr
hint: inherit from keras.optimizers.Optimizer
"""


class MyAdam(keras.optimizers.Adam):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate, beta1, beta2, eps, **keywords)
