"""Another default step.

check: the step is 1e-5 unless told otherwise
hint: expected [0.1, 0.1]
"""


def numerical_gradient(f, x, eps=1e-3):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[index] = eps
        gradient[index] = (f(x + step) - f(x - step)) / (2 * eps)
    return gradient
