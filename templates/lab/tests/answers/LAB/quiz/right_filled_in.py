"""The dict with None, filled in answer by answer."""

quiz = dict.fromkeys((1, 2))
quiz[1] = "b"
quiz[2] = "a"
