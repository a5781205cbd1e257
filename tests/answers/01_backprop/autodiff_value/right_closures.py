"""Each Value keeps a function that passes its slope on; the order comes from recursion."""

import math


class Value:
    def __init__(self, data, children=()):
        self.data = data
        self.grad = 0
        self._children = children
        self._send = lambda: None

    def _with(self, data, *shares):
        out = Value(data, tuple(child for child, _ in shares))

        def send():
            for child, slope in shares:
                child.grad += slope * out.grad

        out._send = send
        return out

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._with(self.data + other.data, (self, 1), (other, 1))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._with(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, n):
        return self._with(self.data**n, (self, n * self.data ** (n - 1)))

    def __truediv__(self, other):
        return self * (other**-1 if isinstance(other, Value) else 1 / other)

    def __rtruediv__(self, number):
        return number * self**-1

    def __sub__(self, other):
        return self + (-1) * other

    def __rsub__(self, number):
        return number + (-1) * self

    __radd__, __rmul__ = __add__, __mul__

    def exp(self):
        return self._with(math.exp(self.data), (self, math.exp(self.data)))

    def log(self):
        return self._with(math.log(self.data), (self, 1 / self.data))

    def cos(self):
        return self._with(math.cos(self.data), (self, -math.sin(self.data)))

    def tanh(self):
        return self._with(math.tanh(self.data), (self, 1 - math.tanh(self.data) ** 2))

    def relu(self):
        return self._with(self.data if self.data > 0 else 0, (self, int(self.data > 0)))

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for child in value._children:
                    visit(child)
                order.append(value)

        visit(self)
        self.grad = 1
        for value in reversed(order):
            value._send()
