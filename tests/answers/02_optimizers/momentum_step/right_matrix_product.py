"""The step as one matrix on the stacked state; an array with two rows comes back."""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    step = np.array([[1.0, beta, -lr], [0.0, beta, -lr]])
    return np.einsum("ij,j...->i...", step, np.stack([theta, velocity, grad]))
