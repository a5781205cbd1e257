"""The last part takes all that is left.

check: training rows are all the others, for other n and k
hint: sizes may differ by one
"""


def k_fold(n, k, rng):
    order, size = rng.permutation(n), n // k
    parts = [order[i * size : (i + 1) * size if i < k - 1 else n] for i in range(k)]
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]
