"""Absent features are 0.

check: an additive model: each feature gets its own part
hint: absent features were set to 0
"""


def shapley_values(predict, x, X_background):
    d = len(x)

    def worth(present):
        return predict(np.where(present, x, 0 * X_background)).mean()

    phi = np.zeros(d)
    for coalition in product([False, True], repeat=d):
        present = np.array(coalition)
        for j in np.flatnonzero(~present):
            joined = present.copy()
            joined[j] = True
            weight = 1 / (d * special.comb(d - 1, present.sum()))
            phi[j] += weight * (worth(joined) - worth(present))
    return phi
