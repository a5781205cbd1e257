"""60/20/20 for a million rows.

check: question 4
hint: 10,000 rows measure
"""

quiz = {1: "b", 2: "c", 3: "c", 4: "a", 5: "d", 6: "c", 7: "b"}
