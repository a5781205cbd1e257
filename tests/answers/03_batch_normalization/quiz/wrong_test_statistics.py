"""Test rows are scaled with their own statistics.

check: question 2
hint: The scale is part of the model
"""

quiz = {1: "b", 2: "a", 3: "a", 4: "b", 5: "c", 6: "a", 7: "b", 8: "c"}
