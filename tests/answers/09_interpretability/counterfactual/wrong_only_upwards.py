"""Only from below the threshold to above.

check: another threshold, from either side
hint: nothing was returned
"""


def counterfactual(predict, x, low, high, threshold=0.5):
    row = x.copy()
    for _ in range(len(x)):
        best, nearest = None, None
        for j in range(len(x)):
            rows = np.tile(row, (501, 1))
            rows[:, j] = np.linspace(low[j], high[j], 501)
            answers = predict(rows)
            for tried, answer in zip(rows, answers, strict=True):
                if answer >= threshold > predict(x[None])[0]:
                    cost = sum(abs(tried[i] - x[i]) / (high[i] - low[i]) for i in range(len(x)) if tried[i] != x[i])
                    if best is None or cost < best[0]:
                        best = cost, tried
                if nearest is None or abs(answer - threshold) < nearest[0]:
                    nearest = abs(answer - threshold), tried
        if best is not None:
            return best[1]
        row = nearest[1].copy()
    return None
