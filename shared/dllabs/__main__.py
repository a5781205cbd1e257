"""`python -m dllabs COMMAND`."""

import argparse
import sys


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(prog="python -m dllabs", description="Deep Learning Labs, on a student's machine.")
    commands = parser.add_subparsers(dest="command", required=True)
    doctor = commands.add_parser("doctor", help="what the labs need, and what this machine has")
    doctor.add_argument("--json", action="store_true", help="for a program to read")
    options = parser.parse_args(arguments)

    from dllabs.doctor import main as run_doctor

    return run_doctor(as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
