"""One pass with the best so far."""


def pick_model(candidates, max_latency):
    best = None
    for model in candidates:
        if model["latency"] > max_latency:
            continue
        tied = best is not None and model["accuracy"] == best["accuracy"]
        if best is None or model["accuracy"] > best["accuracy"] or (tied and model["latency"] < best["latency"]):
            best = model
    if best is None:
        raise ValueError(f"nothing within {max_latency} ms")
    return best["name"]
