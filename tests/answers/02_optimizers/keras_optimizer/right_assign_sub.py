"""m and v move towards the new value, the variable by assign_sub; slots from add_optimizer_variables."""


class MyAdam(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def build(self, variables):
        super().build(variables)
        self.m, self.v = self.add_optimizer_variables(variables, ["m", "v"])

    def update_step(self, gradient, variable, learning_rate):
        index = self._get_variable_index(variable)
        m, v = self.m[index], self.v[index]
        gradient = keras.ops.cast(gradient, variable.dtype)
        t = keras.ops.cast(self.iterations + 1, variable.dtype)
        self.assign_add(m, (gradient - m) * (1 - self.beta1))
        self.assign_add(v, (keras.ops.square(gradient) - v) * (1 - self.beta2))
        step = (m / (1 - self.beta1**t)) / (keras.ops.sqrt(v / (1 - self.beta2**t)) + self.eps)
        self.assign_sub(variable, keras.ops.cast(learning_rate, variable.dtype) * step)
