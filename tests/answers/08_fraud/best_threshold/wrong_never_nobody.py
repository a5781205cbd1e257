"""At least one claim is flagged.

check: frauds that do not pay: flag nobody, with an infinite threshold if need be
hint: the highest score is flagged
"""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = np.asarray(scores) >= threshold, np.asarray(y) == 1
    return np.mean(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    return min(scores_val, key=lambda t: expected_cost(y_val, scores_val, t, cost_fp, cost_fn))
