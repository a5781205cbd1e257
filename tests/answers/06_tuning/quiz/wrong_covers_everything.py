"""Random search is thought to cover every combination.

check: question 2
hint: does not cover all combinations
"""

quiz = {1: "b", 2: "a", 3: "b", 4: "b", 5: "c", 6: "b"}
