"""An extra keyword whose default changes nothing."""


def gd_step(theta, grad, lr, weight_decay=0.0):
    return (1 - lr * weight_decay) * theta - lr * grad
