"""The dict with None, filled in answer by answer."""

quiz = dict.fromkeys(range(1, 9))
for number in (1, 4, 7):
    quiz[number] = "b"
for number in (2, 5, 8):
    quiz[number] = "c"
quiz[3] = quiz[6] = "a"
