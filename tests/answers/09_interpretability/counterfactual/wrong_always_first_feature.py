"""Always the first feature.

check: a model with steps, where slopes say nothing
hint: a smaller change flips it too
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    decided = predict(x[None])[0] >= threshold
    row = x.copy()
    for _ in range(len(x)):
        best, nearest = None, None
        for j in range(1):
            rows = np.tile(row, (501, 1))
            rows[:, j] = np.linspace(low[j], high[j], 501)
            answers = predict(rows)
            for tried, answer in zip(rows, answers, strict=True):
                if (answer >= threshold) != decided:
                    cost = sum(abs(tried[i] - x[i]) / (high[i] - low[i]) for i in range(len(x)) if tried[i] != x[i])
                    if best is None or cost < best[0]:
                        best = cost, tried
                if nearest is None or abs(answer - threshold) < nearest[0]:
                    nearest = abs(answer - threshold), tried
        if best is not None:
            return best[1]
        row = nearest[1].copy()
    return None
