"""Pads everything to four features.

check: ten features: one that is not used, two that are interchangeable
hint: stopped with
"""


def shapley_values(predict, x, X_background):
    d = 4

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
