"""A step counter of its own for each variable, kept as a Keras variable."""


class MyAdam(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def build(self, variables):
        super().build(variables)
        self.m = [self.add_variable_from_reference(variable, "m") for variable in variables]
        self.v = [self.add_variable_from_reference(variable, "v") for variable in variables]
        self.t = [self.add_variable((), dtype=variable.dtype, name="t") for variable in variables]

    def update_step(self, gradient, variable, learning_rate):
        index = self._get_variable_index(variable)
        m, v, t = self.m[index], self.v[index], self.t[index]
        gradient = keras.ops.cast(gradient, variable.dtype)
        t.assign_add(1)
        m.assign(self.beta1 * m + (1 - self.beta1) * gradient)
        v.assign(self.beta2 * v + (1 - self.beta2) * keras.ops.square(gradient))
        m_corrected = m / (1 - keras.ops.power(self.beta1, t))
        v_corrected = v / (1 - keras.ops.power(self.beta2, t))
        rate = keras.ops.cast(learning_rate, variable.dtype)
        variable.assign(variable - rate * m_corrected / (keras.ops.sqrt(v_corrected) + self.eps))
