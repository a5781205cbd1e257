"""eps inside the root, and each new value computed before anything is assigned."""


class MyAdam(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def build(self, variables):
        super().build(variables)
        self.m, self.v = [], []
        for variable in variables:
            self.m.append(self.add_variable_from_reference(variable, "m"))
            self.v.append(self.add_variable_from_reference(variable, "v"))

    def update_step(self, gradient, variable, learning_rate):
        index = self._get_variable_index(variable)
        gradient = keras.ops.cast(gradient, variable.dtype)
        t = keras.ops.cast(self.iterations + 1, variable.dtype)
        m = self.beta1 * self.m[index] + (1 - self.beta1) * gradient
        v = self.beta2 * self.v[index] + (1 - self.beta2) * gradient * gradient
        m_corrected = m / (1 - keras.ops.power(self.beta1, t))
        v_corrected = v / (1 - keras.ops.power(self.beta2, t))
        rate = keras.ops.cast(learning_rate, variable.dtype)
        variable.assign_sub(rate * m_corrected / keras.ops.sqrt(v_corrected + self.eps))
        self.m[index].assign(m)
        self.v[index].assign(v)
