"""max of nothing raises the ValueError by itself."""


def pick_model(candidates, max_latency):
    ranks = ((c["accuracy"], -c["latency"], c["name"]) for c in candidates if c["latency"] <= max_latency)
    return max(ranks)[-1]
