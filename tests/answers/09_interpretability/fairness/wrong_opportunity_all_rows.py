"""All rows.

check: equal opportunity: hit rates 0.25 and 1, and a group without positives
hint: all rows were used
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in np.unique(group)]
    return max(rates) - min(rates)


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = group == name
        if rows.any():
            rates.append(y_pred[rows].mean())
    return max(rates) - min(rates)
