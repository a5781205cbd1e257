"""The mean deviation of the explanations.

check: an explanation that never changes is perfectly stable
hint: expected 1
"""


def explanation_stability(explain, x, rng, sigma, n=10):
    own = explain(x)
    values = []
    for _ in range(n):
        noisy = x + sigma * rng.normal(size=len(x))
        values.append(np.abs(own - explain(noisy)).mean())
    return np.mean(values)
