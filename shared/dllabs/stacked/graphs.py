"""TensorFlow graphs with types, which TensorFlow does not ship."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeAlias, TypeVar

import tensorflow as tf

P = ParamSpec("P")
R = TypeVar("R")

# An activation function, applied elementwise: tensor -> tensor of the same shape.
Activation: TypeAlias = Callable[[tf.Tensor], tf.Tensor]


def compiled(function: Callable[P, R], *, reduce_retracing: bool = False) -> Callable[P, R]:
    """`tf.function`, keeping the signature of the function for type checkers.

    reduce_retracing: share one graph between arguments of different shapes where possible.
    """
    graph: Callable[P, R] = tf.function(function, reduce_retracing=reduce_retracing)
    return graph
