"""A sigmoid for standardized inputs.

check: question 3
hint: expected 'c', got 'a'
"""

quiz = {1: "b", 2: "c", 3: "a", 4: "b", 5: "a", 6: "b"}
