"""Depth alone is taken for power.

check: question 2
hint: without a bend, depth adds nothing
"""

quiz = {1: "d", 2: "c", 3: "b", 4: "c", 5: "d", 6: "b", 7: "c"}
