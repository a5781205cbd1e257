"""The first group minus the last.

check: demographic parity: rates 0.2, 0.4 and 0.5
hint: first minus last
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in np.unique(group)]
    return rates[0] - rates[-1]


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = (group == name) & (y == 1)
        if rows.any():
            rates.append(y_pred[rows].mean())
    return max(rates) - min(rates)
