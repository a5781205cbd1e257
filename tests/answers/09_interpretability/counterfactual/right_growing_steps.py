"""Steps that grow outwards from x, one feature first, then pairs."""


def counterfactual(predict, x, low, high, threshold=0.5):
    from itertools import combinations

    decided = predict(x[None])[0] >= threshold
    span = np.where(high > low, high - low, 1)
    for size in (1, 2):
        found = []
        for features in combinations(range(len(x)), size):
            steps = np.linspace(-1, 1, 801 if size == 1 else 161)
            moves = np.array(list(product(steps, repeat=size)))
            rows = np.tile(x, (len(moves), 1))
            for place, j in enumerate(features):
                rows[:, j] = np.clip(x[j] + moves[:, place] * span[j], low[j], high[j])
            flips = (predict(rows) >= threshold) != decided
            found += list(rows[flips])
        if found:
            return min(found, key=lambda row: np.sum(np.abs(row - x) / span))
    return None
