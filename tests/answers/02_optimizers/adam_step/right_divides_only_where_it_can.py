"""No eps at all: the division is left out where v is zero; an extra keyword changes nothing by default."""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7, weight_decay=0.0):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    root = np.sqrt(v / (1 - beta2**t))
    step = np.divide(m / (1 - beta1**t), root, out=np.zeros_like(root), where=root > 0)
    return theta - lr * (step + weight_decay * theta), m, v
