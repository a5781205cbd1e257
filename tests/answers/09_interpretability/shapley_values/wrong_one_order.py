"""One order of entering.

check: features that work together: the mean over all orders of entering
hint: expected
"""


def shapley_values(predict, x, X_background):
    present, phi = np.zeros(len(x), bool), []
    before = predict(X_background).mean()
    for j in range(len(x)):
        present[j] = True
        after = predict(np.where(present, x, X_background)).mean()
        phi.append(after - before)
        before = after
    return np.array(phi)
