"""The width is squared, the distance is not.

check: of a bent model it fits the near rows: weights exp(-distance**2 / width**2)
hint: the distance is not squared, the width is
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    if kernel_width is None:
        kernel_width = 0.75 * np.sqrt(len(x))
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    weights = np.exp(-np.linalg.norm(noise, axis=1) / kernel_width**2)
    line = LinearRegression().fit(noise, predict(x + noise * deviations), sample_weight=weights)
    return line.coef_ / deviations
