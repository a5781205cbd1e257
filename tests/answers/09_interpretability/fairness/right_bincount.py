"""Sums by bincount, empty groups left out by a mask."""


def demographic_parity_gap(y_pred, group):
    places = np.unique(group, return_inverse=True)[1]
    return np.ptp(np.bincount(places, y_pred) / np.bincount(places))


def equal_opportunity_gap(y, y_pred, group):
    places = np.unique(group, return_inverse=True)[1]
    hits, rows = np.bincount(places, y * y_pred), np.bincount(places, y)
    known = rows > 0
    return np.ptp(hits[known] / rows[known])
