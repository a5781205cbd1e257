"""Fifty random orders.

check: a small network with five features, seven background rows
hint: expected
"""


def shapley_values(predict, x, X_background):
    rng, d = np.random.default_rng(0), len(x)
    phi = np.zeros(d)
    for _ in range(50):
        present = np.zeros(d, bool)
        before = predict(X_background).mean()
        for j in rng.permutation(d):
            present[j] = True
            after = predict(np.where(present, x, X_background)).mean()
            phi[j] += (after - before) / 50
            before = after
    return phi
