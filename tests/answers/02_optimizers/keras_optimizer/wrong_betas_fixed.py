"""0.9 and 0.999 are kept whatever the constructor is told.

check: fifty steps with other betas, against the sums
hint: expected [1.295
"""


class MyAdam(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = 0.9, 0.999, 1e-7

    def build(self, variables):
        super().build(variables)
        self.m = [self.add_variable_from_reference(variable, "m") for variable in variables]
        self.v = [self.add_variable_from_reference(variable, "v") for variable in variables]

    def update_step(self, gradient, variable, learning_rate):
        index = self._get_variable_index(variable)
        m, v = self.m[index], self.v[index]
        gradient = keras.ops.cast(gradient, variable.dtype)
        rate = keras.ops.cast(learning_rate, variable.dtype)
        t = keras.ops.cast(self.iterations + 1, variable.dtype)
        m.assign(self.beta1 * m + (1 - self.beta1) * gradient)
        v.assign(self.beta2 * v + (1 - self.beta2) * keras.ops.square(gradient))
        root = keras.ops.sqrt(v / (1 - self.beta2**t))
        variable.assign(variable - rate * m / (1 - self.beta1**t) / (root + self.eps))
