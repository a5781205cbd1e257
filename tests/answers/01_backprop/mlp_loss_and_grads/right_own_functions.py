"""The functions of the exercises before, the 1/n put in at the end."""


def mlp_loss_and_grads(params, X, labels):
    z1 = dense_forward(X, params["W1"], params["b1"])
    h = relu(z1)
    probs = softmax(dense_forward(h, params["W2"], params["b2"]))
    one_hot = np.eye(len(params["b2"]))[labels]
    dh, dW2, db2 = dense_backward(probs - one_hot, h, params["W2"])
    _, dW1, db1 = dense_backward(np.where(z1 > 0, dh, 0), X, params["W1"])
    grads = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
    return cross_entropy(probs, labels), {name: value / len(X) for name, value in grads.items()}
