"""One question is left open.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [6]
"""

quiz = {1: "c", 2: "b", 3: "d", 4: "c", 5: "a", 6: None, 7: "c"}
