"""By the formula for ranks without ties."""


def explanation_stability(explain, x, rng, sigma, n=10):
    d = len(x)
    place = lambda explanation: np.argsort(np.argsort(explanation))
    total = 0
    for _ in range(n):
        noisy = [value + rng.normal(0, sigma) for value in x]
        total += 1 - 6 * np.sum((place(explain(x)) - place(explain(np.array(noisy)))) ** 2) / (d * (d**2 - 1))
    return total / n
