"""The background is standardized in place.

check: the inputs are left alone
hint: argument 2 was changed in place
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    if kernel_width is None:
        kernel_width = 0.75 * np.sqrt(len(x))
    deviations = X_background.std(axis=0)
    X_background -= X_background.mean(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    weights = np.exp(-np.sum(noise**2, axis=1) / kernel_width**2)
    line = LinearRegression().fit(noise, predict(x + noise * deviations), sample_weight=weights)
    return line.coef_ / deviations
