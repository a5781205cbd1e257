"""Portability is taken for probability.

check: question 5
hint: the range of models
"""

quiz = {1: "c", 2: "b", 3: "d", 4: "c", 5: "b", 6: "b", 7: "c"}
