"""The caller's list is sorted.

check: the list of candidates is left alone
hint: the caller's list was changed
"""


def pick_model(candidates, max_latency):
    candidates.sort(key=lambda c: (-c["accuracy"], c["latency"]))
    fast = [model for model in candidates if model["latency"] <= max_latency]
    if not fast:
        raise ValueError("no model is fast enough")
    return fast[0]["name"]
