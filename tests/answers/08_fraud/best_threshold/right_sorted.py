"""Cumulative sums over the sorted scores."""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flags = (np.asarray(scores) >= threshold).astype(int)
    return (cost_fp * np.sum(flags * (1 - y)) + cost_fn * np.sum((1 - flags) * y)) / len(y)


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    order = np.argsort(-scores_val, kind="stable")
    y, scores = y_val[order], scores_val[order]
    change = np.cumsum(np.where(y == 1, -cost_fn, cost_fp))
    last = np.append(scores[1:] != scores[:-1], True)
    change = np.where(last, change, np.inf)
    best = np.argmin(change)
    return scores[best] if change[best] < 0 else np.inf
