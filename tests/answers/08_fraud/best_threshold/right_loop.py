"""Counted one by one; midpoints between scores."""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    total = 0
    for label, score in zip(y, scores, strict=True):
        if score >= threshold and not label:
            total += cost_fp
        elif score < threshold and label:
            total += cost_fn
    return total / len(y)


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    ordered = np.sort(scores_val)
    candidates = np.concatenate([[-np.inf], (ordered[1:] + ordered[:-1]) / 2, [np.inf]])
    costs = [expected_cost(y_val, scores_val, t, cost_fp, cost_fn) for t in candidates]
    return float(candidates[int(np.argmin(costs))])
