"""Samples around the background's mean.

check: n_samples rows around x, with the background's deviations
hint: draw them around x
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    if kernel_width is None:
        kernel_width = 0.75 * np.sqrt(len(x))
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    weights = np.exp(-np.sum(noise**2, axis=1) / kernel_width**2)
    line = LinearRegression().fit(noise, predict(X_background.mean(axis=0) + noise * deviations), sample_weight=weights)
    return line.coef_ / deviations
