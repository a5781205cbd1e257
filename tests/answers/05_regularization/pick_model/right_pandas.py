"""A data frame."""


def pick_model(candidates, max_latency):
    frame = pd.DataFrame(candidates, columns=["name", "accuracy", "latency"])
    frame = frame[frame["latency"] <= max_latency]
    if frame.empty:
        raise ValueError("no candidate is within the limit")
    return frame.sort_values(["accuracy", "latency"], ascending=[False, True])["name"].iloc[0]
