"""Shares of all rows.

check: demographic parity: rates 0.2, 0.4 and 0.5
hint: shares of all rows
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].sum() / len(y_pred) for name in np.unique(group)]
    return max(rates) - min(rates)


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = (group == name) & (y == 1)
        if rows.any():
            rates.append(y_pred[rows].mean())
    return max(rates) - min(rates)
