"""Explicit loops; only the place ahead is an array, for grad_fn."""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    n = len(theta)
    ahead = np.array([theta[i] + beta * velocity[i] for i in range(n)])
    slope = grad_fn(ahead)
    new_velocity = [beta * velocity[i] - lr * slope[i] for i in range(n)]
    return [theta[i] + new_velocity[i] for i in range(n)], new_velocity
