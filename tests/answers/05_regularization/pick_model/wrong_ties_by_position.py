"""Ties go to the first in the list.

check: equally accurate: the faster one, wherever it stands in the list
hint: expected 'c', got 'b'
"""


def pick_model(candidates, max_latency):
    fast = [model for model in candidates if model["latency"] <= max_latency]
    if not fast:
        raise ValueError("no model is fast enough")
    return max(fast, key=lambda c: c["accuracy"])["name"]
