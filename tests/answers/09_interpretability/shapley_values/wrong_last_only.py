"""Only the last to enter.

check: features that work together: the mean over all orders of entering
hint: only the last feature to enter
"""


def shapley_values(predict, x, X_background):
    everyone = predict(x[None])[0]
    phi = []
    for j in range(len(x)):
        present = np.arange(len(x)) != j
        phi.append(everyone - predict(np.where(present, x, X_background)).mean())
    return np.array(phi)
