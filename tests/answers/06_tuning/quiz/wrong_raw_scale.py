"""The raw scale for rates.

check: question 3
hint: the ratio of two rates
"""

quiz = {1: "b", 2: "c", 3: "a", 4: "b", 5: "c", 6: "b"}
