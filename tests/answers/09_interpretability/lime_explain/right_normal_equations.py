"""Normal equations in the original units."""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    d = len(x)
    width = kernel_width or 0.75 * np.sqrt(d)
    deviations = np.std(X_background, axis=0)
    rows = rng.normal(x, deviations, (n_samples, d))
    distances = np.linalg.norm((rows - x) / deviations, axis=1)
    W = np.diag(np.exp(-(distances**2) / width**2))
    A = np.hstack([(rows - x) / deviations, np.ones((n_samples, 1))])
    return np.linalg.solve(A.T @ W @ A, A.T @ W @ predict(rows))[:d] / deviations
