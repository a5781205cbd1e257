"""A Value wraps a TensorFlow scalar, and one tape for all watches."""

import tensorflow as tf


class Value:
    tape = None

    def __init__(self, data):
        if Value.tape is None:
            Value.tape = tf.GradientTape(persistent=True)
            Value.tape.__enter__()
        self.tensor = data if tf.is_tensor(data) else tf.constant(float(data), dtype="float64")
        self.everyone = [self]
        Value.tape.watch(self.tensor)
        self.grad = 0.0

    @property
    def data(self):
        return float(self.tensor)

    def made(self, tensor, *parents):
        out = Value(tensor)
        for parent in parents:
            out.everyone += [value for value in parent.everyone if value not in out.everyone]
        return out

    def lift(self, other):
        return other if isinstance(other, Value) else Value(other)

    def __add__(self, other):
        other = self.lift(other)
        return self.made(self.tensor + other.tensor, self, other)

    def __mul__(self, other):
        other = self.lift(other)
        return self.made(self.tensor * other.tensor, self, other)

    def __sub__(self, other):
        return self + self.lift(other) * -1

    def __truediv__(self, other):
        other = self.lift(other)
        return self.made(self.tensor / other.tensor, self, other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __pow__(self, n):
        return self.made(self.tensor ** float(n), self)

    def exp(self):
        return self.made(tf.exp(self.tensor), self)

    def log(self):
        return self.made(tf.math.log(self.tensor), self)

    def cos(self):
        return self.made(tf.cos(self.tensor), self)

    def tanh(self):
        return self.made(tf.tanh(self.tensor), self)

    def relu(self):
        return self.made(tf.nn.relu(self.tensor), self)

    def backward(self):
        with Value.tape.stop_recording():
            slopes = Value.tape.gradient(self.tensor, [value.tensor for value in self.everyone])
        for value, slope in zip(self.everyone, slopes, strict=True):
            value.grad = float(slope)
