"""The step as one matrix on the stacked state; an array with two rows comes back."""


def nesterov_step(theta, grad_fn, velocity, lr, beta=0.9):
    slope = grad_fn(np.einsum("i,i...->...", [1.0, beta], np.stack([theta, velocity])))
    return np.tensordot([[1.0, beta, -lr], [0.0, beta, -lr]], np.stack([theta, velocity, slope]), axes=1)
