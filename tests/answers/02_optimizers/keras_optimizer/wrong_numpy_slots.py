"""m and v are NumPy arrays, which the compiled loop cannot change.

check: compiled, as inside fit, and with slots of its own for every variable
hint: stopped with NotImplementedError
"""


class MyAdam(keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, **keywords):
        super().__init__(learning_rate=learning_rate, **keywords)
        self.beta1, self.beta2, self.eps = beta1, beta2, eps

    def build(self, variables):
        super().build(variables)
        self.m = [np.zeros(variable.shape) for variable in variables]
        self.v = [np.zeros(variable.shape) for variable in variables]

    def update_step(self, gradient, variable, learning_rate):
        index = self._get_variable_index(variable)
        gradient, t = np.asarray(gradient), int(self.iterations) + 1
        self.m[index] = self.beta1 * self.m[index] + (1 - self.beta1) * gradient
        self.v[index] = self.beta2 * self.v[index] + (1 - self.beta2) * gradient**2
        root = np.sqrt(self.v[index] / (1 - self.beta2**t))
        variable.assign_sub(float(learning_rate) * self.m[index] / (1 - self.beta1**t) / (root + self.eps))
