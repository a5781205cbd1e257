"""Deviations with n − 1, x itself as the first sample, row by row."""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    width = 0.75 * np.sqrt(len(x)) if kernel_width is None else kernel_width
    deviations = X_background.std(axis=0, ddof=1)
    rows = [np.array(x)] + [x + deviations * rng.normal(size=len(x)) for _ in range(n_samples - 1)]
    weights = [np.exp(-np.sum(((row - x) / deviations) ** 2) / width**2) for row in rows]
    answers = [predict(row[None])[0] for row in rows]
    return LinearRegression().fit(rows, answers, sample_weight=weights).coef_
