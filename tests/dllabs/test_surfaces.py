"""The surfaces' gradients and minima, by definition."""

import numpy as np
import pytest
from dllabs.surfaces import ravine, rosenbrock, saddle


@pytest.fixture(params=[ravine, rosenbrock, saddle], ids=lambda surface: surface.name)
def surface(request):
    return request.param


@pytest.fixture
def window(surface):
    """Points of the shown window, (2, 61, 61)."""
    return np.array(np.meshgrid(np.linspace(*surface.x_range, 61), np.linspace(*surface.y_range, 61)))


def test_the_gradient_is_the_slope_of_the_value(surface, window):
    eps = 1e-5
    for theta in window.reshape(2, -1).T[::37]:
        slopes = [(surface.value(theta + step) - surface.value(theta - step)) / (2 * eps) for step in eps * np.eye(2)]
        np.testing.assert_allclose(surface.gradient(theta), slopes, rtol=1e-6, atol=1e-6)


def test_the_minimum_is_stationary_and_nothing_shown_is_lower(surface, window):
    np.testing.assert_allclose(surface.gradient(np.array(surface.minimum)), 0, atol=1e-12)
    assert surface.value(window).min() >= surface.value(np.array(surface.minimum)) - 1e-12


def test_values_of_many_points_at_once(surface, window):
    heights = surface.value(window)
    assert heights.shape == (61, 61)
    assert heights[3, 5] == pytest.approx(surface.value(window[:, 3, 5]))


def test_start_and_minimum_are_in_the_picture(surface):
    for x, y in (surface.start, surface.minimum):
        assert surface.x_range[0] < x < surface.x_range[1]
        assert surface.y_range[0] < y < surface.y_range[1]


def test_plain_descent_starts_almost_on_the_ridge_to_the_saddle():
    np.testing.assert_array_equal(saddle.gradient(np.zeros(2)), 0)
    assert saddle.value(np.array([0.0, 0.5])) < saddle.value(np.zeros(2)) < saddle.value(np.array([0.5, 0.0]))
    x_slope, y_slope = np.abs(saddle.gradient(np.array(saddle.start)))
    assert y_slope < 1e-2 * x_slope


def test_the_ravine_is_a_hundred_times_steeper_across():
    assert ravine.gradient(np.array([0.0, 1.0]))[1] == 100 * ravine.gradient(np.array([1.0, 0.0]))[0]
