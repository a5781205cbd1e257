"""The most probable class is charged.

check: question 4
hint: Only the probability of the right class
"""

quiz = {1: "d", 2: "b", 3: "b", 4: "a", 5: "d", 6: "b", 7: "c"}
