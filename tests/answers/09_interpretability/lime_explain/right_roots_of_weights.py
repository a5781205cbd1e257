"""Rows multiplied by the roots of the weights, plain least squares."""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    width = 0.75 * len(x) ** 0.5 if kernel_width is None else kernel_width
    deviations = X_background.std(axis=0)
    z = rng.standard_normal((n_samples, len(x)))
    root = np.sqrt(np.exp(-(z**2).sum(axis=1) / width**2))
    design = np.column_stack([np.ones(n_samples), z]) * root[:, None]
    return np.linalg.lstsq(design, root * predict(x + deviations * z), rcond=None)[0][1:] / deviations
