"""Random rows inside the bounds.

check: few: one feature suffices, so one changes; by little
hint: one is enough
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    rng = np.random.default_rng(0)
    rows = rng.uniform(low, high, (20_000, len(x)))
    flips = rows[(predict(rows) >= threshold) != (predict(x[None])[0] >= threshold)]
    return min(flips, key=lambda row: np.abs(row - x).sum()) if len(flips) else None
