"""Hits by the size of the whole group.

check: equal opportunity: hit rates 0.25 and 1, and a group without positives
hint: shares of the whole group
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in np.unique(group)]
    return max(rates) - min(rates)


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = group == name
        rates.append(np.sum((y_pred[rows] == 1) & (y[rows] == 1)) / rows.sum())
    return max(rates) - min(rates)
