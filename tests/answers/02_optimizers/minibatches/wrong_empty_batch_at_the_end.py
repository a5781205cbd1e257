"""The loop runs one batch too far: an empty one comes last when the batches come out even.

check: 400 rows by 40 make 10 batches of 40
hint: one batch too many
"""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for batch in range(len(X) // batch_size + 1):
        rows = order[batch * batch_size : (batch + 1) * batch_size]
        yield X[rows], y[rows]
