"""Sums by einsum, lists come back."""


def batchnorm_forward(x, gamma, beta, eps=1e-3):
    centred = x - np.einsum("ij->j", x) / len(x)
    root = np.sqrt(np.einsum("ij,ij->j", centred, centred) / len(x) + eps)
    return (np.einsum("ij,j->ij", centred, gamma / root) + beta).tolist(), (centred, root, gamma)
