"""Grouped by score with pandas."""


def average_precision(y, scores):
    groups = pd.DataFrame({"y": y, "score": scores}).groupby("score")["y"].agg(["sum", "count"])[::-1]
    precision = groups["sum"].cumsum() / groups["count"].cumsum()
    return float((precision * groups["sum"]).sum() / groups["sum"].sum())
