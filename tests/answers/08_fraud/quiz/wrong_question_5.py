"""AUC for recall.

check: question 5
hint: expected 'c', got 'a'
"""

quiz = {1: "b", 2: "b", 3: "b", 4: "a", 5: "a", 6: "a", 7: "b"}
