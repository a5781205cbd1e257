"""The default of rho was changed to 0.99.

check: twenty steps equal Keras' RMSprop
hint: first difference at index
"""


def rmsprop_step(theta, grad, mean_square, lr, rho=0.99, eps=1e-7):
    mean_square = rho * mean_square + (1 - rho) * grad**2
    return theta - lr * grad / (np.sqrt(mean_square) + eps), mean_square
