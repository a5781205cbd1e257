"""All scores equal: nobody is flagged.

check: all scores equal, no fraud, nothing but frauds
hint: expected 0.6667
"""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = np.asarray(scores) >= threshold, np.asarray(y) == 1
    return np.mean(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    if len(set(scores_val)) == 1:
        return np.inf
    return min([*scores_val, np.inf], key=lambda t: expected_cost(y_val, scores_val, t, cost_fp, cost_fn))
