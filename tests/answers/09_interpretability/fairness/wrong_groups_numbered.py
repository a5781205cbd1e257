"""Groups must be numbered from 0.

check: groups of any name and number, decisions as True and False
hint: got NaN
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in range(max(group) + 1)]
    return max(rates) - min(rates)


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = (group == name) & (y == 1)
        if rows.any():
            rates.append(y_pred[rows].mean())
    return max(rates) - min(rates)
