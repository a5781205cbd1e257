"""Scikit-learn's neighbours, the first of which is the row itself."""


def smote(X_minority, n_new, k, rng):
    from sklearn.neighbors import NearestNeighbors

    k = min(k, len(X_minority) - 1)
    neighbours = (
        NearestNeighbors(n_neighbors=k + 1).fit(X_minority).kneighbors(X_minority, return_distance=False)[:, 1:]
    )
    starts = rng.choice(len(X_minority), n_new)
    ends = neighbours[starts, rng.choice(k, n_new)] if n_new else starts
    return X_minority[starts] + rng.random(n_new)[:, None] * (X_minority[ends] - X_minority[starts])
