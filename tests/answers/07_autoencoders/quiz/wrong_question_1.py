"""The labels are taken for the target.

check: question 1
hint: expected 'b', got 'a'
"""

quiz = {1: "a", 2: "c", 3: "c", 4: "b", 5: "a", 6: "b"}
