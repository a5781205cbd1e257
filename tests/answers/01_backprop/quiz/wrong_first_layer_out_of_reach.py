"""The first layer is thought to be out of reach.

check: question 5
hint: only weights and biases are set
"""

quiz = {1: "d", 2: "b", 3: "b", 4: "c", 5: "a", 6: "b", 7: "c"}
