"""Noise of deviation 1, whatever the units.

check: n_samples rows around x, with the background's deviations
hint: times as widely as the background's columns
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    if kernel_width is None:
        kernel_width = 0.75 * np.sqrt(len(x))
    deviations = np.ones(len(x))
    noise = rng.normal(size=(n_samples, len(x)))
    weights = np.exp(-np.sum(noise**2, axis=1) / kernel_width**2)
    line = LinearRegression().fit(noise, predict(x + noise * deviations), sample_weight=weights)
    return line.coef_ / deviations
