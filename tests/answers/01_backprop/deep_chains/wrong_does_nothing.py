"""Nothing is done.

check: three links
hint: no slope came down to the first number
"""


def deep_backward(output):
    return output
