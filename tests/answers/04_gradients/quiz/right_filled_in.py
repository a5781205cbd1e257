"""One entry after the other."""

quiz = {}
for number, letter in enumerate("bdbabc", start=1):
    quiz[number] = letter
