"""Counted by hand in dicts."""


def demographic_parity_gap(y_pred, group):
    return equal_opportunity_gap([1] * len(y_pred), y_pred, group)


def equal_opportunity_gap(y, y_pred, group):
    rows, hits = {}, {}
    for label, decision, name in zip(y, y_pred, group, strict=True):
        if label == 1:
            rows[name] = rows.get(name, 0) + 1
            hits[name] = hits.get(name, 0) + int(decision)
    rates = [hits[name] / rows[name] for name in rows]
    return max(rates) - min(rates)
