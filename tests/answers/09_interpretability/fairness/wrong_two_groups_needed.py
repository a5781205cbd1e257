"""At least two groups are needed.

check: one group, or one group with positives: no gap
hint: stopped with IndexError
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in np.unique(group)]
    rates.sort()
    return max(rates[-1] - rates[0], rates[-1] - rates[-2])


def equal_opportunity_gap(y, y_pred, group):
    rates = []
    for name in np.unique(group):
        rows = (group == name) & (y == 1)
        if rows.any():
            rates.append(y_pred[rows].mean())
    return max(rates) - min(rates)
