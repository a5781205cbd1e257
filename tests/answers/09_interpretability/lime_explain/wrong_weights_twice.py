"""The weights multiply rows and answers before least squares.

check: of a bent model it fits the near rows: weights exp(-distance**2 / width**2)
hint: the weights are applied twice
"""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    if kernel_width is None:
        kernel_width = 0.75 * np.sqrt(len(x))
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    weights = np.exp(-np.sum(noise**2, axis=1) / kernel_width**2)
    design = np.column_stack([np.ones(n_samples), noise]) * weights[:, None]
    slopes = np.linalg.lstsq(design, weights * predict(x + noise * deviations), rcond=None)[0][1:]
    return slopes / deviations
