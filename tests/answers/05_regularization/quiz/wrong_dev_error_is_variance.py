"""A high dev error is taken for variance.

check: question 1
hint: Variance is the gap
"""

quiz = {1: "a", 2: "c", 3: "c", 4: "b", 5: "d", 6: "c", 7: "b"}
