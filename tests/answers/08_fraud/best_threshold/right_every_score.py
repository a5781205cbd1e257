"""Every score and infinity."""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = np.asarray(scores) >= threshold, np.asarray(y) == 1
    return np.mean(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    candidates = [*scores_val, np.inf]
    return min(candidates, key=lambda t: expected_cost(y_val, scores_val, t, cost_fp, cost_fn))
