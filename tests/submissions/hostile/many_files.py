"""Makes more empty files than anybody needs."""

from pathlib import Path

folder = Path("many")
folder.mkdir()
for number in range(3000):
    (folder / str(number)).touch()
print("HARM: made 3000 files")
