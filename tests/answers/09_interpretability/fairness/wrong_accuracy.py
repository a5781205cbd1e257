"""The accuracy.

check: equal treatment: no gap
hint: expected 0
"""


def demographic_parity_gap(y_pred, group):
    return np.mean(y_pred == (group == np.unique(group)[0]))


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = (group == name) & (y == 1)
        if rows.any():
            rates.append(y_pred[rows].mean())
    return max(rates) - min(rates)
