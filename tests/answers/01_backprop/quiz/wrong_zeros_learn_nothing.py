"""The output biases are forgotten.

check: question 6
hint: the output biases alone move
"""

quiz = {1: "d", 2: "b", 3: "b", 4: "c", 5: "d", 6: "d", 7: "c"}
