"""The test rows choose.

check: question 2
hint: expected 'b', got 'c'
"""

quiz = {1: "b", 2: "c", 3: "b", 4: "a", 5: "c", 6: "a", 7: "b"}
