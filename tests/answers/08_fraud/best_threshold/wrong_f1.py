"""The threshold with the best F1.

check: frauds that do not pay: flag nobody, with an infinite threshold if need be
hint: expected 20
"""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = np.asarray(scores) >= threshold, np.asarray(y) == 1
    return np.mean(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    def f1(threshold):
        flagged = scores_val >= threshold
        return 2 * np.sum(flagged & (y_val == 1)) / (flagged.sum() + y_val.sum())

    return max(scores_val, key=f1)
