"""Two rows are thought to keep their values.

check: question 6
hint: one deviation above and below their mean
"""

quiz = {1: "b", 2: "c", 3: "a", 4: "b", 5: "c", 6: "c", 7: "b", 8: "c"}
