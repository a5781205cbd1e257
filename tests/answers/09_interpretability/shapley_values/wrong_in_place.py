"""The background is overwritten.

check: the inputs are left alone
hint: argument 2 was changed in place
"""


def shapley_values(predict, x, X_background):
    d = len(x)

    def worth(present):
        X_background[:, present] = x[present]
        return predict(X_background).mean()

    phi = np.zeros(d)
    for coalition in product([False, True], repeat=d):
        present = np.array(coalition)
        for j in np.flatnonzero(~present):
            joined = present.copy()
            joined[j] = True
            weight = 1 / (d * special.comb(d - 1, present.sum()))
            phi[j] += weight * (worth(joined) - worth(present))
    return phi
