"""A frame and its correlations."""


def explanation_stability(explain, x, rng, sigma, n=10):
    rows = [x, *(x + rng.normal(scale=sigma, size=(n, len(x))))]
    explanations = pd.DataFrame([explain(row) for row in rows]).T
    return explanations.corr(method="spearman").loc[0].drop(0).mean()
