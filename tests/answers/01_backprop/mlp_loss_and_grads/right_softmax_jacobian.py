"""The long way: through the slope of the logarithm and the Jacobian of softmax."""


def mlp_loss_and_grads(params, X, labels):
    z1 = dense_forward(X, params["W1"], params["b1"])
    h = relu(z1)
    p = softmax(dense_forward(h, params["W2"], params["b2"]))
    n = len(X)
    right = np.maximum(p[np.arange(n), labels], 1e-300)
    jacobian = np.einsum("ni,ij->nij", p, np.eye(p.shape[1])) - np.einsum("ni,nj->nij", p, p)
    delta2 = -jacobian[np.arange(n), labels] / right[:, None] / n
    dh, dW2, db2 = dense_backward(delta2, h, params["W2"])
    _, dW1, db1 = dense_backward(dh * relu_prime(z1), X, params["W1"])
    return cross_entropy(p, labels), {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
