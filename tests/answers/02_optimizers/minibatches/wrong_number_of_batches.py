"""batch_size is taken for the number of batches.

check: 400 rows by 40 make 10 batches of 40
hint: batch_size is taken for the number of batches
"""


def minibatches(X, y, batch_size, rng):
    for rows in np.array_split(rng.permutation(len(X)), batch_size):
        yield X[rows], y[rows]
