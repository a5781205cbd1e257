"""One fraud at a time, as a list of labels."""


def resample_train(X_train, y_train, ratio, rng):
    X, y = list(X_train), list(y_train)
    honest = y.count(0)
    while y.count(1) < round(ratio * honest):
        X.append(smote(X_train[y_train == 1], 1, 5, rng)[0])
        y.append(1)
    return np.array(X), y
