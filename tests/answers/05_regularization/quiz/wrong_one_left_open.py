"""One question is left open.

check: all seven questions are answered; which are right shows after grading
hint: yet for question [5]
"""

quiz = {1: "b", 2: "c", 3: "c", 4: "b", 5: None, 6: "c", 7: "b"}
