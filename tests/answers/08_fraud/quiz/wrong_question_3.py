"""AUC's half.

check: question 3
hint: expected 'b', got 'c'
"""

quiz = {1: "b", 2: "b", 3: "c", 4: "a", 5: "c", 6: "a", 7: "b"}
