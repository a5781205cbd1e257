"""Every coalition's worth once, in a dict, coalitions as sets."""


def shapley_values(predict, x, X_background):
    import math
    from itertools import combinations

    d, worth = len(x), {}
    for size in range(d + 1):
        for S in combinations(range(d), size):
            rows = np.array(X_background, dtype=float)
            rows[:, list(S)] = x[list(S)]
            worth[frozenset(S)] = np.mean(predict(rows))
    phi = np.zeros(d)
    for S, value in worth.items():
        for j in range(d):
            if j not in S:
                weight = math.factorial(len(S)) * math.factorial(d - len(S) - 1) / math.factorial(d)
                phi[j] += weight * (worth[S | {j}] - value)
    return phi
