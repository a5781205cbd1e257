"""The dict instead of the name.

check: the most accurate within the limit
hint: expected the text
"""


def pick_model(candidates, max_latency):
    fast = [model for model in candidates if model["latency"] <= max_latency]
    if not fast:
        raise ValueError("no model is fast enough")
    return max(fast, key=lambda c: (c["accuracy"], -c["latency"]))
