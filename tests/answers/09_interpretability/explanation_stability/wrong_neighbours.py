"""Each copy is compared with the one before.

check: an explanation that turns round is as unstable as can be, one without noise stable
hint: expected -1
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    explanations = [explain(x)] + [explain(x + sigma * rng.normal(size=len(x))) for _ in range(n)]
    return np.mean([stats.spearmanr(explanations[i], explanations[i + 1]).statistic for i in range(n)])
