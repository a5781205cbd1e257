"""The background's own rows are the samples.

check: n_samples rows around x, with the background's deviations
hint: predict was asked about 400
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    width = 0.75 * np.sqrt(len(x)) if kernel_width is None else kernel_width
    deviations = X_background.std(axis=0)
    weights = np.exp(-(((X_background - x) / deviations) ** 2).sum(axis=1) / width**2)
    return LinearRegression().fit(X_background, predict(X_background), sample_weight=weights).coef_
