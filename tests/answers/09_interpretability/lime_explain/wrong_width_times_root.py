"""Every width is taken times sqrt(d).

check: of a bent model it fits the near rows: weights exp(-distance**2 / width**2)
hint: kernel_width is taken times sqrt(d)
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    kernel_width = (0.75 if kernel_width is None else kernel_width) * np.sqrt(len(x))
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    weights = np.exp(-np.sum(noise**2, axis=1) / kernel_width**2)
    line = LinearRegression().fit(noise, predict(x + noise * deviations), sample_weight=weights)
    return line.coef_ / deviations
