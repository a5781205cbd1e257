"""An empty list stops with another error.

check: no candidates at all
hint: stopped with IndexError
"""


def pick_model(candidates, max_latency):
    fastest = candidates[0]["latency"]
    for c in candidates:
        fastest = min(fastest, c["latency"])
    if fastest > max_latency:
        raise ValueError("none is fast enough")
    fast = [c for c in candidates if c["latency"] <= max_latency]
    return max(fast, key=lambda c: (c["accuracy"], -c["latency"]))["name"]
