"""m and v as the two rows of one array, averaged by einsum."""


def adam_step(theta, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-7):
    betas = np.array([beta1, beta2])
    averages = np.einsum("i,i...->i...", betas, np.stack([m, v]))
    averages += np.einsum("i,i...->i...", 1 - betas, np.stack([grad, grad**2]))
    m_corrected, v_corrected = np.einsum("i,i...->i...", 1 / (1 - betas**t), averages)
    return theta - lr * m_corrected / (np.sqrt(v_corrected) + eps), *averages
