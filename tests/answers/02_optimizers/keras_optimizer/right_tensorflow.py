"""TensorFlow operations, with slots of the variable's shape from add_variable."""

import tensorflow as tf


class MyAdam(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def build(self, variables):
        super().build(variables)
        new_slot = lambda variable, name: self.add_variable(variable.shape, dtype=variable.dtype, name=name)
        self.slots = [(new_slot(variable, "m"), new_slot(variable, "v")) for variable in variables]

    def update_step(self, gradient, variable, learning_rate):
        m, v = self.slots[self._get_variable_index(variable)]
        gradient = tf.cast(tf.convert_to_tensor(gradient), variable.dtype)
        t = tf.cast(self.iterations + 1, variable.dtype)
        m.assign(self.beta1 * m + (1 - self.beta1) * gradient)
        v.assign(self.beta2 * v + (1 - self.beta2) * tf.square(gradient))
        root = tf.sqrt(tf.convert_to_tensor(v) / (1 - self.beta2**t))
        step = tf.convert_to_tensor(m) / (1 - self.beta1**t) / (root + self.eps)
        variable.assign_sub(tf.cast(tf.convert_to_tensor(learning_rate), variable.dtype) * step)
