"""Sorted copies; the first one wins."""


def pick_model(candidates, max_latency):
    fast = [c for c in candidates if c["latency"] <= max_latency]
    if len(fast) == 0:
        raise ValueError("none is fast enough")
    return sorted(fast, key=lambda c: (-c["accuracy"], c["latency"]))[0]["name"]
