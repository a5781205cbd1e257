"""The best accuracy so far starts at 0.5, so that worse models do not exist.

check: a single candidate, and the large one once time allows
hint: stopped with ValueError
"""


def pick_model(candidates, max_latency):
    name, accuracy, latency = None, 0.5, np.inf
    for c in candidates:
        if c["latency"] <= max_latency and (c["accuracy"], -c["latency"]) > (accuracy, -latency):
            name, accuracy, latency = c["name"], c["accuracy"], c["latency"]
    if name is None:
        raise ValueError("none is fast enough")
    return name
