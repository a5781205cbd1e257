"""The samples are not weighted.

check: of a bent model it fits the near rows: weights exp(-distance**2 / width**2)
hint: the samples are not weighted
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    if kernel_width is None:
        kernel_width = 0.75 * np.sqrt(len(x))
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    line = LinearRegression().fit(noise, predict(x + noise * deviations))
    return line.coef_ / deviations
