"""best_threshold swaps the costs.

check: best_threshold: the lowest cost on six claims
hint: the two costs are swapped
"""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = np.asarray(scores) >= threshold, np.asarray(y) == 1
    return np.mean(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    return min([*scores_val, np.inf], key=lambda t: expected_cost(y_val, scores_val, t, cost_fn, cost_fp))
