"""Data frames and their statistics."""


def min_max_scale(X_train, X):
    train = pd.DataFrame(X_train)
    spread = (train.max() - train.min()).replace(0, 1)
    return ((pd.DataFrame(X) - train.min()) / spread).to_numpy()


def standardize(X_train, X):
    train = pd.DataFrame(X_train)
    return ((pd.DataFrame(X) - train.mean()) / train.std(ddof=0).replace(0, 1)).to_numpy()
