"""np.lexsort; a NumPy string comes back."""


def pick_model(candidates, max_latency):
    names = np.array([c["name"] for c in candidates])
    accuracy, latency = (np.array([c[key] for c in candidates]) for key in ("accuracy", "latency"))
    order = [i for i in np.lexsort((latency, -accuracy)) if latency[i] <= max_latency]
    if not order:
        raise ValueError("no candidate is within the limit")
    return names[order[0]]
