"""The limit itself is not allowed.

check: a latency equal to the limit is within
hint: the limit itself is allowed
"""


def pick_model(candidates, max_latency):
    fast = [model for model in candidates if model["latency"] < max_latency]
    if not fast:
        raise ValueError("no model is fast enough")
    return max(fast, key=lambda c: (c["accuracy"], -c["latency"]))["name"]
