"""The precision.

check: equal opportunity: hit rates 0.25 and 1, and a group without positives
hint: it is the other way round
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in np.unique(group)]
    return max(rates) - min(rates)


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = (group == name) & (y_pred == 1)
        rates.append(y[rows].mean())
    return max(rates) - min(rates)
