"""Coalitions as the bits of a number, one call of predict."""


def shapley_values(predict, x, X_background):
    d = len(x)
    numbers = np.arange(2**d)
    present = (numbers[:, None] >> np.arange(d)) % 2 == 1
    rows = np.where(present[:, None, :], x, X_background[None])
    worth = np.asarray(predict(rows.reshape(-1, d))).reshape(2**d, -1).mean(axis=1)
    phi = []
    for j in range(d):
        without = numbers[~present[:, j]]
        sizes = present[without].sum(axis=1)
        phi.append(np.sum((worth[without + 2**j] - worth[without]) / (d * special.comb(d - 1, sizes))))
    return phi
