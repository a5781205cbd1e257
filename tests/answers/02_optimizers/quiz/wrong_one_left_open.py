"""One question is left open.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [5]
"""

quiz = {1: "d", 2: "d", 3: "c", 4: "d", 5: None, 6: "b", 7: "b"}
