"""The name of the other disease.

check: question 1
hint: Exploding.
"""

quiz = {1: "a", 2: "d", 3: "b", 4: "a", 5: "b", 6: "c"}
