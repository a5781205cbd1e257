"""Sends delta back through W2 itself, and transposes only when the shapes do not fit.

check: 4 rows, 4 inputs, 4 hidden units, 4 classes
hint: W1: first difference
"""


def mlp_loss_and_grads(params, X, labels):
    z1 = dense_forward(X, params["W1"], params["b1"])
    h = relu(z1)
    probs = softmax(dense_forward(h, params["W2"], params["b2"]))
    delta2 = (probs - np.eye(probs.shape[1])[labels]) / len(X)
    try:
        delta1 = (delta2 @ params["W2"]) * relu_prime(z1)
    except ValueError:
        delta1 = (delta2 @ params["W2"].T) * relu_prime(z1)
    grads = {"W1": X.T @ delta1, "b1": delta1.sum(axis=0), "W2": h.T @ delta2, "b2": delta2.sum(axis=0)}
    return cross_entropy(probs, labels), grads
