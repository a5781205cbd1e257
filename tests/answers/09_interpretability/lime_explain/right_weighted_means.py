"""Weighted means are subtracted, then the covariances."""


def lime_explain(predict, x, X_background, rng, n_samples=1000, kernel_width=None):
    width = 0.75 * np.sqrt(len(x)) if kernel_width is None else kernel_width
    deviations = X_background.std(axis=0)
    noise = rng.normal(size=(n_samples, len(x)))
    answers = predict(x + noise * deviations)
    weights = np.exp(-(noise**2).sum(axis=1) / width**2)
    weights = weights / weights.sum()
    noise_centred, answers_centred = noise - weights @ noise, answers - weights @ answers
    covariance = noise_centred.T @ (weights[:, None] * noise_centred)
    return np.linalg.solve(covariance, noise_centred.T @ (weights * answers_centred)) / deviations
