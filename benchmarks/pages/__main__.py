"""``python -m benchmarks.pages text|metadata --pages FOLDER``: what becomes of saved pages."""

import argparse
from pathlib import Path

from benchmarks.pages import metadata, text


def main() -> None:
    """Print the figures of one kind, line by line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    kinds = parser.add_subparsers(dest="kind", required=True)
    of_text = kinds.add_parser("text", help="strings lost, and strings that should not be quoted")
    of_text.add_argument("--pages", type=Path, required=True, help="holds evaldata.json")
    of_text.add_argument("--errors", action="store_true", help="print each string")
    of_text.add_argument("--half", choices=("fitted on", "held out", "both"), default="both")
    of_metadata = kinds.add_parser("metadata", help="days, authors and titles, beside others'")
    of_metadata.add_argument(
        "--pages", type=Path, required=True, help="trafilatura's or htmldate's tests"
    )
    of_metadata.add_argument("--errors", action="store_true", help="print each wrong answer")
    given = parser.parse_args()
    if given.kind == "metadata":
        for line in metadata.report(given.pages, errors=given.errors):
            print(line)
        return
    for line in text.report(given.pages, errors=given.errors, half=given.half):
        print(line)


if __name__ == "__main__":
    main()
