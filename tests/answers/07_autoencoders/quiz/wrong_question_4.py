"""The test rows choose the threshold.

check: question 4
hint: expected 'b', got 'c'
"""

quiz = {1: "b", 2: "c", 3: "c", 4: "c", 5: "a", 6: "b"}
