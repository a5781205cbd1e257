"""The sign is thrown away.

check: the values of a sum of models are the sums of their values
hint: expected
"""


def shapley_values(predict, x, X_background):
    d = len(x)

    def worth(present):
        return predict(np.where(present, x, X_background)).mean()

    phi = np.zeros(d)
    for coalition in product([False, True], repeat=d):
        present = np.array(coalition)
        for j in np.flatnonzero(~present):
            joined = present.copy()
            joined[j] = True
            weight = 1 / (d * special.comb(d - 1, present.sum()))
            phi[j] += weight * (worth(joined) - worth(present))
    return np.abs(phi)
