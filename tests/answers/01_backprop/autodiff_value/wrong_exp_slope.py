"""The slope of exp as x exp(x), by the rule for powers.

check: exp, log, cos, tanh and relu
hint: the slope of exp(x) is exp(x) itself
"""


class Value:
    """A number that remembers how it was computed.

    data: the number. grad: slope of the output by this number, once output.backward() has run; 0 before.
    """

    def __init__(self, data):
        self.data = float(data)
        self.grad = 0.0
        self.parents = ()  # the Values this one was computed from,
        self.slopes = ()  # and its own slope by each of them

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

    def __radd__(self, number):
        """number + self"""
        return self + number

    def __rmul__(self, number):
        """number * self"""
        return self * number

    def __pow__(self, exponent):
        """self ** exponent; exponent is a plain number"""
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
        power = np.exp(self.data)
        return Value.computed(power, (self,), (self.data * power,))

    def log(self):
        """The natural logarithm of self"""
        return Value.computed(np.log(self.data), (self,), (1 / self.data,))

    def cos(self):
        """The cosine of self"""
        return Value.computed(np.cos(self.data), (self,), (-np.sin(self.data),))

    def tanh(self):
        """The hyperbolic tangent of self"""
        t = np.tanh(self.data)
        return Value.computed(t, (self,), (1 - t**2,))

    def relu(self):
        """self where it is positive, else 0"""
        return Value.computed(max(self.data, 0.0), (self,), (1.0 if self.data > 0 else 0.0,))

    def backward(self):
        """Set .grad of every Value that self was computed from: the slope of self by that Value."""
        order, seen, to_do = [], set(), [(self, False)]  # parents before children
        while to_do:
            value, parents_are_in_order = to_do.pop()
            if parents_are_in_order:
                order.append(value)
            elif value not in seen:
                seen.add(value)
                to_do.append((value, True))
                to_do += [(parent, False) for parent in value.parents]
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in zip(value.parents, value.slopes, strict=True):
                parent.grad += slope * value.grad
