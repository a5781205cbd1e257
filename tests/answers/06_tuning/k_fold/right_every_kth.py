"""Every k-th of the shuffled rows; plain lists."""


def k_fold(n, k, rng):
    order = rng.permutation(n).tolist()
    return [([row for row in order if row not in order[i::k]], order[i::k]) for i in range(k)]
