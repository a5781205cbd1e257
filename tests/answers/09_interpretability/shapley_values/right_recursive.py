"""By removing features one after the other, with stored results."""


def shapley_values(predict, x, X_background):
    from functools import cache

    @cache
    def worth(S):
        rows = X_background.copy()
        rows[:, list(S)] = x[list(S)]
        return predict(rows).mean()

    @cache
    def share(j, S):
        others = [i for i in S if i != j]
        own = worth(S) - worth(tuple(others))
        return (own + sum(share(j, tuple(k for k in S if k != i)) for i in others)) / len(S)

    everyone = tuple(range(len(x)))
    return np.array([share(j, everyone) for j in everyone])
