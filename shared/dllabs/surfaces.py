"""Loss surfaces of two parameters, for watching optimizers: value, gradient, starting point and region to plot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dllabs.arrays import FloatArray, FloatOrArray


@dataclass(frozen=True)
class Surface:
    """A function of theta = (x, y).

    value: theta, an array (2,) or (2, ...) -> a number or an array (...). gradient: theta (2,) -> (2,).
    start: where optimizers start. x_range, y_range: limits of the plotted region.
    minimum: a global minimum, None if there is none.
    """

    name: str
    value: Callable[[FloatArray], FloatOrArray]
    gradient: Callable[[FloatArray], FloatArray]
    start: tuple[float, float]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    minimum: tuple[float, float] | None


def _rosenbrock_gradient(theta: FloatArray) -> FloatArray:
    x, y = theta
    return np.array([-2 * (1 - x) - 40 * x * (y - x**2), 20 * (y - x**2)])


# Curvature 1 along the floor and 100 across it: the condition number is 100, gradient descent is stable for lr < 2/100.
ravine = Surface(
    name="ravine",
    value=lambda theta: 0.5 * (theta[0] ** 2 + 100 * theta[1] ** 2),
    gradient=lambda theta: np.array([theta[0], 100 * theta[1]]),
    start=(-4.0, 0.4),
    x_range=(-4.5, 1.5),
    y_range=(-0.6, 0.6),
    minimum=(0.0, 0.0),
)

# A saddle point at the origin between two equal minima at y = -1 and y = 1.
saddle = Surface(
    name="saddle",
    value=lambda theta: 0.5 * theta[0] ** 2 + 0.25 * theta[1] ** 4 - 0.5 * theta[1] ** 2,
    gradient=lambda theta: np.array([theta[0], theta[1] ** 3 - theta[1]]),
    start=(-1.5, 1e-3),
    x_range=(-1.8, 1.2),
    y_range=(-0.5, 1.5),
    minimum=(0.0, 1.0),
)

# Rosenbrock's function (Computer Journal 3, 1960) with the factor 10; with the usual 100, steps are too small to see.
rosenbrock = Surface(
    name="Rosenbrock",
    value=lambda theta: (1 - theta[0]) ** 2 + 10 * (theta[1] - theta[0] ** 2) ** 2,
    gradient=_rosenbrock_gradient,
    start=(-1.2, 1.0),
    x_range=(-1.7, 1.5),
    y_range=(-0.5, 2.0),
    minimum=(1.0, 1.0),
)
