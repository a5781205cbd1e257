"""A running number for each Value: later ones never feed earlier ones."""

from itertools import count

numbers = count()


class Value:
    def __init__(self, data, parents=(), slopes=()):
        self.data, self.grad, self.number = float(data), 0.0, next(numbers)
        self.parents, self.slopes = parents, slopes

    def both(self, other):
        return self, other if isinstance(other, Value) else Value(other)

    def __add__(self, other):
        a, b = self.both(other)
        return Value(a.data + b.data, (a, b), (1, 1))

    def __mul__(self, other):
        a, b = self.both(other)
        return Value(a.data * b.data, (a, b), (b.data, a.data))

    __radd__ = __add__
    __rmul__ = __mul__

    def __pow__(self, n):
        return Value(self.data**n, (self,), (n * self.data ** (n - 1),))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * self.both(other)[1] ** -1

    def __rtruediv__(self, other):
        return self**-1 * other

    def exp(self):
        return Value(np.exp(self.data), (self,), (np.exp(self.data),))

    def log(self):
        return Value(np.log(self.data), (self,), (1 / self.data,))

    def cos(self):
        return Value(np.cos(self.data), (self,), (-np.sin(self.data),))

    def tanh(self):
        return Value(np.tanh(self.data), (self,), (1 - np.tanh(self.data) ** 2,))

    def relu(self):
        return Value(max(self.data, 0), (self,), (self.data >= 0,))

    def backward(self):
        reached, waiting = {self}, [self]
        while waiting:
            for parent in waiting.pop().parents:
                if parent not in reached:
                    reached.add(parent)
                    waiting.append(parent)
        self.grad = 1.0
        for value in sorted(reached, key=lambda value: value.number, reverse=True):
            for parent, slope in zip(value.parents, value.slopes, strict=True):
                parent.grad += slope * value.grad
