"""0.5 is taken for a share.

check: question 1
hint: expected 'b', got 'c'
"""

quiz = {1: "c", 2: "b", 3: "b", 4: "a", 5: "c", 6: "a", 7: "b"}
