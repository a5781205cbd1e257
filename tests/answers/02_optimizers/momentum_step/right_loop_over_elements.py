"""An explicit loop over the elements of any shape."""


def momentum_step(theta, grad, velocity, lr, beta=0.9):
    new_theta, new_velocity = np.zeros(np.shape(theta)), np.zeros(np.shape(theta))
    for index in np.ndindex(new_theta.shape):
        new_velocity[index] = beta * velocity[index] - lr * grad[index]
        new_theta[index] = theta[index] + new_velocity[index]
    return new_theta, new_velocity
