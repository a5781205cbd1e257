"""The scores are sorted in place.

check: the inputs are left alone
hint: was changed in place
"""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = np.asarray(scores) >= threshold, np.asarray(y) == 1
    return np.mean(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    best = min([*scores_val, np.inf], key=lambda t: expected_cost(y_val, scores_val, t, cost_fp, cost_fn))
    scores_val.sort()
    scores_val[0] -= 1
    return best
