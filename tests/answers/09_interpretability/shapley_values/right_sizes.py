"""Mean gain for each size of the coalition, then the mean over the sizes."""


def shapley_values(predict, x, X_background):
    d = len(x)
    coalitions = np.array(list(product([0, 1], repeat=d)), dtype=bool)
    worth = {tuple(c): predict(np.where(c, x, X_background)).mean() for c in coalitions}
    gains = [[[] for _ in range(d)] for _ in range(d)]
    for c in coalitions:
        for j in range(d):
            if not c[j]:
                joined = (*c[:j], True, *c[j + 1 :])
                gains[j][c.sum()].append(worth[joined] - worth[tuple(c)])
    return np.array([np.mean([np.mean(of_size) for of_size in gains[j]]) for j in range(d)])
