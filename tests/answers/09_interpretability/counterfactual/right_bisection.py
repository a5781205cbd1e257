"""A grid finds a flip for each feature, bisection brings it near."""


def counterfactual(predict, x, low, high, threshold=0.5):
    differs = lambda row: (predict(row[None])[0] >= threshold) != (predict(x[None])[0] >= threshold)
    span = np.where(high > low, high - low, 1.0)

    def nearest_flip(row, j):
        for distance in np.linspace(0, 1, 201)[1:]:
            for sign in (1, -1):
                tried = row.copy()
                tried[j] = np.clip(x[j] + sign * distance * span[j], low[j], high[j])
                if differs(tried):
                    inside, outside = max(distance - 1 / 200, 0), distance
                    for _ in range(20):
                        middle = (inside + outside) / 2
                        tried[j] = np.clip(x[j] + sign * middle * span[j], low[j], high[j])
                        inside, outside = (inside, middle) if differs(tried) else (middle, outside)
                    tried[j] = np.clip(x[j] + sign * outside * span[j], low[j], high[j])
                    return tried
        return None

    row = x.copy()
    for _ in x:
        flips = [tried for j in range(len(x)) if (tried := nearest_flip(row, j)) is not None]
        if flips:
            return min(flips, key=lambda tried: np.sum(np.abs(tried - x) / span))
        ends = [np.where(np.arange(len(x)) == j, end, row) for j in range(len(x)) for end in (low, high)]
        row = min(ends, key=lambda tried: abs(predict(tried[None])[0] - threshold))
    return None
