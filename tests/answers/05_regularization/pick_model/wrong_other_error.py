"""Another kind of error.

check: ValueError when none is fast enough
hint: RuntimeError
"""


def pick_model(candidates, max_latency):
    fast = [model for model in candidates if model["latency"] <= max_latency]
    if not fast:
        raise RuntimeError("no model is fast enough")
    return max(fast, key=lambda c: (c["accuracy"], -c["latency"]))["name"]
