"""The place ahead, the slope there, the velocity, the step: one line each."""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    ahead = theta + beta * velocity
    slope_ahead = grad_fn(ahead)
    new_velocity = beta * velocity - lr * slope_ahead
    new_theta = theta + new_velocity
    return new_theta, new_velocity
