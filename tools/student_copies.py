"""Copy every released lab into work/, unless the student has begun it there: nothing of theirs is overwritten."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(release=ROOT / "release", work=ROOT / "work"):
    for lab in sorted(path for path in release.iterdir() if path.is_dir()):
        mine = work / lab.name
        if mine.exists():
            print(f"{lab.name}: yours is in {mine.relative_to(work.parent)}, left as it is")
        else:
            shutil.copytree(lab, mine)
            print(f"{lab.name}: copied to {mine.relative_to(work.parent)}")


if __name__ == "__main__":
    main()
