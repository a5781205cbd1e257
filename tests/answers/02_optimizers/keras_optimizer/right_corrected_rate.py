"""The corrections are put into the rate, as Keras does it."""


class MyAdam(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def build(self, variables):
        if self.built:
            return
        super().build(variables)
        self.slots = [
            (self.add_variable_from_reference(variable, "m"), self.add_variable_from_reference(variable, "v"))
            for variable in variables
        ]

    def update_step(self, gradient, variable, learning_rate):
        ops, dtype = keras.ops, variable.dtype
        m, v = self.slots[self._get_variable_index(variable)]
        gradient, t = ops.cast(gradient, dtype), ops.cast(self.iterations + 1, dtype)
        rate = ops.cast(learning_rate, dtype) * ops.sqrt(1 - self.beta2**t) / (1 - self.beta1**t)
        m.assign(self.beta1 * m + (1 - self.beta1) * gradient)
        v.assign(self.beta2 * v + (1 - self.beta2) * gradient**2)
        variable.assign(variable - rate * m / (ops.sqrt(v) + self.eps))
