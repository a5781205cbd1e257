"""The output is thought to grow with the weights.

check: question 5
hint: divide it away again
"""

quiz = {1: "b", 2: "c", 3: "a", 4: "b", 5: "a", 6: "c", 7: "b", 8: "c"}
