"""The batches are made and thrown away.

check: 400 rows by 40 make 10 batches of 40
hint: got None: hand out every batch with `yield X_b, y_b`
"""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
