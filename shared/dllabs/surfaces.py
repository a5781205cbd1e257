"""Loss surfaces of two parameters, to watch optimizers on: value, gradient, where to start, what to show."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Surface:
    """A function of theta = (x, y).

    value: theta of shape (2,) or (2, ...) -> scalar or (...). gradient: theta (2,) -> (2,).
    start: where optimizers begin. x_range, y_range: what a picture shows.
    minimum: the lowest point, None when there is none.
    """

    name: str
    value: Callable
    gradient: Callable
    start: tuple[float, float]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    minimum: tuple[float, float] | None


def _rosenbrock_gradient(theta):
    x, y = theta
    return np.array([-2 * (1 - x) - 40 * x * (y - x**2), 20 * (y - x**2)])


# Curvature 1 along the floor, 100 across: condition number 100, so plain descent is stable up to lr = 2/100.
ravine = Surface(
    name="ravine",
    value=lambda theta: 0.5 * (theta[0] ** 2 + 100 * theta[1] ** 2),
    gradient=lambda theta: np.array([theta[0], 100 * theta[1]]),
    start=(-4.0, 0.4),
    x_range=(-4.5, 1.5),
    y_range=(-0.6, 0.6),
    minimum=(0.0, 0.0),
)

# A saddle at the origin between two equal minima at y = -1 and y = 1.
saddle = Surface(
    name="saddle",
    value=lambda theta: 0.5 * theta[0] ** 2 + 0.25 * theta[1] ** 4 - 0.5 * theta[1] ** 2,
    gradient=lambda theta: np.array([theta[0], theta[1] ** 3 - theta[1]]),
    start=(-1.5, 1e-3),
    x_range=(-1.8, 1.2),
    y_range=(-0.5, 1.5),
    minimum=(0.0, 1.0),
)

# Rosenbrock's banana with the factor 10 (the usual 100 makes a picture in which nothing moves).
rosenbrock = Surface(
    name="Rosenbrock",
    value=lambda theta: (1 - theta[0]) ** 2 + 10 * (theta[1] - theta[0] ** 2) ** 2,
    gradient=_rosenbrock_gradient,
    start=(-1.2, 1.0),
    x_range=(-1.7, 1.5),
    y_range=(-0.5, 2.0),
    minimum=(1.0, 1.0),
)
