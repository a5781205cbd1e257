"""A group without positives gives NaN.

check: equal opportunity: hit rates 0.25 and 1, and a group without positives
hint: a group without positives gives 0 / 0
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in np.unique(group)]
    return max(rates) - min(rates)


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = (group == name) & (y == 1)
        with np.errstate(invalid="ignore"):
            rates.append(np.sum(y_pred[rows]) / np.float64(rows.sum()))
    return np.max(rates) - np.min(rates)
