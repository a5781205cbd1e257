"""Nothing is returned.

check: 12 rows by 3: validation parts of 4, the other 8 for training
hint: got None
"""


def k_fold(n, k, rng):
    parts = np.array_split(rng.permutation(n), k)
    print([(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)])
