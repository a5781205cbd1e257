"""The satisficing metric is optimised.

check: the most accurate within the limit
hint: latency only has to be good enough
"""


def pick_model(candidates, max_latency):
    fast = [model for model in candidates if model["latency"] <= max_latency]
    if not fast:
        raise ValueError("no model is fast enough")
    return min(fast, key=lambda c: c["latency"])["name"]
