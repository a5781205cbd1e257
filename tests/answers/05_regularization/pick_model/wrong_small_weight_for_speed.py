"""A small weight for speed, which decides close cases.

check: a small gain in accuracy outweighs any gain in speed
hint: expected 'accurate', got 'quick'
"""


def pick_model(candidates, max_latency):
    fast = [model for model in candidates if model["latency"] <= max_latency]
    if not fast:
        raise ValueError("no model is fast enough")
    return max(fast, key=lambda c: c["accuracy"] - 0.0005 * c["latency"])["name"]
