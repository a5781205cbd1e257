"""Takes the number of classes from the labels of the batch: too few for a single row of class 0.

check: 1 rows, 2 inputs, 3 hidden units, 2 classes
hint: W1: expected
"""


def mlp_loss_and_grads(params, X, labels):
    z1 = dense_forward(X, params["W1"], params["b1"])
    h = relu(z1)
    probs = softmax(dense_forward(h, params["W2"], params["b2"]))
    delta2 = (probs - np.eye(labels.max() + 1)[labels]) / len(X)
    dh, dW2, db2 = dense_backward(delta2, h, params["W2"])
    _, dW1, db1 = dense_backward(dh * relu_prime(z1), X, params["W1"])
    return cross_entropy(probs, labels), {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
