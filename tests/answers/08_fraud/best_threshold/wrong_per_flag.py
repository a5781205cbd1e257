"""Cost per flagged claim.

check: expected_cost: two false alarms at 2, no miss at 7, six claims
hint: not by the flagged ones
"""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = scores >= threshold, y == 1
    return np.sum(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged)) / max(flagged.sum(), 1)


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    candidates = [*scores_val, np.inf]
    return min(candidates, key=lambda t: expected_cost(y_val, scores_val, t, cost_fp, cost_fn))
