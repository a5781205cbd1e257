"""theta moves with the averages of before the step.

check: the first step has length lr, whatever the size of the gradient
hint: theta: expected
"""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    new_theta = theta - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return new_theta, beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
