"""A strong ridge penalty.

check: of a linear model it finds the coefficients, per unit of each feature
hint: expected
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    if kernel_width is None:
        kernel_width = 0.75 * np.sqrt(len(x))
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    weights = np.exp(-np.sum(noise**2, axis=1) / kernel_width**2)
    from sklearn.linear_model import Ridge

    line = Ridge(alpha=100.0).fit(noise, predict(x + noise * deviations), sample_weight=weights)
    return line.coef_ / deviations
