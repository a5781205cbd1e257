"""Needs two features.

check: one feature, two features, one background row
hint: stopped with
"""


def shapley_values(predict, x, X_background):
    d = len(x)
    if d < 2:
        raise ValueError(d)

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
    return phi
