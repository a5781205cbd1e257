"""The decisions are changed in place.

check: the inputs are left alone
hint: was changed in place
"""


def demographic_parity_gap(y_pred, group):
    rates = [y_pred[group == name].mean() for name in np.unique(group)]
    return max(rates) - min(rates)


def equal_opportunity_gap(y, y_pred, group):
    y_pred *= y
    names = [name for name in np.unique(group) if y[group == name].any()]
    rates = [y_pred[group == name].sum() / y[group == name].sum() for name in names]
    return max(rates) - min(rates)
