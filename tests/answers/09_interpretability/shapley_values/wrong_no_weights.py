"""No weights.

check: features that work together: the mean over all orders of entering
hint: summed without weights
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
            phi[j] += worth(joined) - worth(present)
    return phi
