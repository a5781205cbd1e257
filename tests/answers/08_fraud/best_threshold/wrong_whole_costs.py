"""Costs are rounded.

check: expected_cost by definition, on many rows
hint: expected
"""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = scores >= threshold, y == 1
    return np.mean(int(cost_fp) * (flagged & ~fraud) + int(cost_fn) * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    candidates = [*scores_val, np.inf]
    return min(candidates, key=lambda t: expected_cost(y_val, scores_val, t, cost_fp, cost_fn))
