"""The list is forgotten.

check: five configurations, each with a value for every name
hint: got None: return the list
"""


def random_configs(space, n, rng):
    configs = []
    for _ in range(n):
        configs.append({name: rng.random() for name in space})
