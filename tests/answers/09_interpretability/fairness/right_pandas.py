"""groupby."""


def demographic_parity_gap(y_pred, group):
    rates = pd.Series(np.asarray(y_pred, float)).groupby(np.asarray(group)).mean()
    return float(rates.max() - rates.min())


def equal_opportunity_gap(y, y_pred, group):
    frame = pd.DataFrame({"y": y, "hit": np.asarray(y_pred, float), "group": group})
    return np.ptp(frame[frame.y == 1].groupby("group").hit.mean())
