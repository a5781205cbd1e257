"""Adam is said to remove the scale.

check: question 6
hint: expected 'b', got 'a'
"""

quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: "a", 6: "a"}
