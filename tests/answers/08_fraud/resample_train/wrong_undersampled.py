"""Honest claims are left out.

check: 10 frauds, 100 honest claims, ratio 0.5: 50 frauds
hint: honest claims were left out
"""


def resample_train(X_train, y_train, ratio, rng):
    frauds = np.flatnonzero(y_train == 1)
    honest = rng.permutation(np.flatnonzero(y_train == 0))[: int(len(frauds) / ratio)]
    rows = np.append(frauds, honest)
    return X_train[rows], y_train[rows]
