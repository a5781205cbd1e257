"""From scikit-learn's ROC curve."""


def expected_cost(y, scores, threshold, cost_fp, cost_fn):
    flagged, fraud = np.asarray(scores) >= threshold, np.asarray(y) == 1
    return np.mean(cost_fp * (flagged & ~fraud) + cost_fn * (fraud & ~flagged))


def best_threshold(y_val, scores_val, cost_fp, cost_fn):
    from sklearn.metrics import roc_curve

    if len(set(y_val)) < 2:
        return np.inf if y_val[0] == 0 else -np.inf
    fpr, tpr, thresholds = roc_curve(y_val, scores_val, drop_intermediate=False)
    share = np.mean(y_val)
    return thresholds[np.argmin(cost_fp * fpr * (1 - share) + cost_fn * (1 - tpr) * share)]
