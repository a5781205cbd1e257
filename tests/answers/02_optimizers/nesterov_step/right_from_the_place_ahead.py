"""theta steps downhill from the place ahead; the velocity is the way it went."""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    ahead = theta + beta * velocity
    new_theta = ahead - lr * grad_fn(ahead)
    return new_theta, new_theta - theta
