"""Zeros are thought to be merely slow.

check: question 6
hint: the output biases alone move
"""

quiz = {1: "d", 2: "b", 3: "b", 4: "c", 5: "d", 6: "a", 7: "c"}
