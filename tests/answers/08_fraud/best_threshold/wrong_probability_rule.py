"""The rule for probabilities.

check: best_threshold: the lowest cost on six claims
hint: the formula for true probabilities
"""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = np.asarray(scores) >= threshold, np.asarray(y) == 1
    return np.mean(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    return cost_fp / (cost_fp + cost_fn)
