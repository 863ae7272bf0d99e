"""``python -m benchmarks.pages text --pages FOLDER``: what the reader makes of saved pages."""

import argparse
from pathlib import Path

from benchmarks.pages import text


def main() -> None:
    """Print the figures of one kind, line by line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    kinds = parser.add_subparsers(dest="kind", required=True)
    of_text = kinds.add_parser("text", help="strings lost, and strings that should not be quoted")
    of_text.add_argument("--pages", type=Path, required=True, help="holds evaldata.json")
    of_text.add_argument("--errors", action="store_true", help="print each string")
    of_text.add_argument("--half", choices=("fitted on", "held out", "both"), default="both")
    given = parser.parse_args()
    for line in text.report(given.pages, errors=given.errors, half=given.half):
        print(line)


if __name__ == "__main__":
    main()
