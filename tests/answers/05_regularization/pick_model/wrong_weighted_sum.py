"""Accuracy and latency are mixed into one score.

check: the most accurate within the limit
hint: latency only has to be good enough
"""


def pick_model(candidates, max_latency):
    fast = [model for model in candidates if model["latency"] <= max_latency]
    if not fast:
        raise ValueError("no model is fast enough")
    return max(fast, key=lambda c: c["accuracy"] - 0.005 * c["latency"])["name"]
