"""A group without positives gives NaN, which Python's max overlooks unless it comes first.

check: equal opportunity: hit rates 0.25 and 1, and a group without positives
hint: a group without positives gives 0 / 0
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in np.unique(group)]
    return max(rates) - min(rates)


def equal_opportunity_gap(y, y_pred, group):
    rates = [y_pred[(group == name) & (y == 1)].mean() for name in np.unique(group)]
    return max(rates) - min(rates)
