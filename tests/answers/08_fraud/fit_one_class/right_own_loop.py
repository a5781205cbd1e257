"""train_on_batch in a loop of its own."""


def fit_one_class(X_train, y_train, n_code):
    normal = np.delete(X_train, np.flatnonzero(y_train), axis=0)
    model = new_autoencoder(normal.shape[1], n_code)
    order = np.random.default_rng(0)
    for _ in range(25):
        for rows in np.array_split(order.permutation(len(normal)), max(len(normal) // 64, 1)):
            model.train_on_batch(normal[rows], normal[rows])
    return model
