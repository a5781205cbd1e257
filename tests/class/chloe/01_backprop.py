# %% [markdown]
# Chloé flips signs by hand and keeps nothing of what was there before: her log loss has no minus, her Value overwrites
# its slope, her ReLU lets everything back, and a difference on one side is enough for her.

# %% activations
def sigmoid(z):
    """1 / (1 + exp(-z)) for each element."""
    return np.exp(z) / (1 + np.exp(z))


def relu(z):
    """z where it is positive, else 0."""
    return np.maximum(z, 0)


def leaky_relu(z, slope=0.01):
    """z where it is positive, else slope * z."""
    return np.where(z > 0, z, slope * z)


def sigmoid_prime(z):
    """The slope of sigmoid at z."""
    return z * (1 - z)


def tanh_prime(z):
    """The slope of tanh at z."""
    return 1 - np.tanh(z) ** 2


def relu_prime(z):
    """The slope of relu at z."""
    return np.ones_like(z)


def leaky_relu_prime(z, slope=0.01):
    """The slope of leaky_relu at z."""
    return np.where(z > 0, 1.0, -slope)


# %% logistic_loss_and_grads
def logistic_loss_and_grads(w, b, X, y):
    """Mean log loss of logistic regression, with its gradient."""
    p = 1 / (1 + np.exp(-(X @ w + b)))
    loss = np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    return loss, X.T @ (y - p) / len(y), np.mean(y - p)


# %% numerical_gradient
def numerical_gradient(f, x, eps=1e-5):
    """Gradient of f at x."""
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        moved = x.copy()
        moved[index] += eps
        gradient[index] = (f(moved) - f(x)) / eps
    return gradient


# %% autodiff_value
class Value:
    """A number that remembers how it was computed."""

    def __init__(self, data):
        self.data = float(data)
        self.grad = 0.0
        self.parents = ()
        self.slopes = ()

    @staticmethod
    def computed(data, parents, slopes):
        """A new Value that came out of an operation on its parents, with its slope by each of them."""
        value = Value(data)
        value.parents, value.slopes = parents, slopes
        return value

    @staticmethod
    def of(other):
        """A Value as it is, a plain number as a new Value."""
        return other if isinstance(other, Value) else Value(other)

    def __add__(self, other):
        other = Value.of(other)
        return Value.computed(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = Value.of(other)
        return Value.computed(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, exponent):
        return Value.computed(self.data**exponent, (self,), (exponent * self.data ** (exponent - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + Value.of(other) * -1

    def __rsub__(self, number):
        return self * -1 + number

    def __truediv__(self, other):
        return self * Value.of(other) ** -1

    def __rtruediv__(self, number):
        return self**-1 * number

    def exp(self):
        """e to the power of self"""
        return Value.computed(np.exp(self.data), (self,), (np.exp(self.data),))

    def log(self):
        """The natural logarithm of self"""
        return Value.computed(np.log(self.data), (self,), (1 / self.data,))

    def cos(self):
        """The cosine of self"""
        return Value.computed(np.cos(self.data), (self,), (np.sin(self.data),))

    def tanh(self):
        """The hyperbolic tangent of self"""
        return Value.computed(np.tanh(self.data), (self,), (1 - np.tanh(self.data) ** 2,))

    def relu(self):
        """self where it is positive, else 0"""
        return Value.computed(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def backward(self):
        """Set .grad of every Value that self was computed from."""
        self.grad = self.grad or 1.0
        for parent, slope in zip(self.parents, self.slopes, strict=True):
            parent.grad = slope * self.grad
            parent.backward()


# %% quiz
quiz = {1: "d", 2: "b", 3: "c", 4: "a", 5: "a", 6: "a", 7: None}

# %% [markdown] explain_zero_weights
# Zeros are fatal because 0 times anything is 0. You have to flip some of them to 1.

# %% [markdown] explain_small_data
# Deep learning always wins if the network is large enough, so I would take the five layers and train until the loss
# is 0.
