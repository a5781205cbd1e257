"""Gradient steps on L1 are thought to reach zero.

check: question 3
hint: Only the proximal step stops at zero
"""

quiz = {1: "b", 2: "c", 3: "b", 4: "b", 5: "d", 6: "c", 7: "b"}
