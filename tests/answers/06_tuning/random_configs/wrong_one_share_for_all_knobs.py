"""One random number decides every value of a configuration.

check: the values of one configuration are independent of each other
hint: expected [
"""


def random_configs(space, n, rng):
    def value(values, share):
        if isinstance(values, list):
            return values[int(share * len(values))]
        kind, low, high = values
        if kind == "int":
            return low + int(share * (high - low + 1))
        return float(low * (high / low) ** share if kind == "log" else low + (high - low) * share)

    return [{name: value(values, share) for name, values in space.items()} for share in rng.random(n)]
