"""A list of three lists comes back."""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    new_theta, new_m, new_v = [], [], []
    for x, g, m_i, v_i in zip(theta, grad, m, v, strict=True):
        new_m.append(beta1 * m_i + (1 - beta1) * g)
        new_v.append(beta2 * v_i + (1 - beta2) * g**2)
        step = (new_m[-1] / (1 - beta1**t)) / ((new_v[-1] / (1 - beta2**t)) ** 0.5 + eps)
        new_theta.append(x - lr * step)
    return [new_theta, new_m, new_v]
