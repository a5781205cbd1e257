"""Every variable uses the slots of the first one.

check: compiled, as inside fit, and with slots of its own for every variable
hint: stopped with
"""


class MyAdam(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def build(self, variables):
        super().build(variables)
        self.m = self.add_variable_from_reference(variables[0], "m")
        self.v = self.add_variable_from_reference(variables[0], "v")

    def update_step(self, gradient, variable, learning_rate):
        m, v = self.m, self.v
        gradient = keras.ops.cast(gradient, variable.dtype)
        rate = keras.ops.cast(learning_rate, variable.dtype)
        t = keras.ops.cast(self.iterations + 1, variable.dtype)
        m.assign(self.beta1 * m + (1 - self.beta1) * gradient)
        v.assign(self.beta2 * v + (1 - self.beta2) * keras.ops.square(gradient))
        root = keras.ops.sqrt(v / (1 - self.beta2**t))
        variable.assign(variable - rate * m / (1 - self.beta1**t) / (root + self.eps))
