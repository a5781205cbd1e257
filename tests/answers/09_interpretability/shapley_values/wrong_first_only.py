"""Only the first to enter.

check: features that work together: the mean over all orders of entering
hint: only the first feature to enter
"""


def shapley_values(predict, x, X_background):
    nobody = predict(X_background).mean()
    phi = []
    for j in range(len(x)):
        present = np.arange(len(x)) == j
        phi.append(predict(np.where(present, x, X_background)).mean() - nobody)
    return np.array(phi)
