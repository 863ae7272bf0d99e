"""``python -m benchmarks.quality.statements``: precision and recall of sides and of speakers."""

import argparse
from pathlib import Path

from benchmarks.quality.statements.fetched import measure_fetched
from benchmarks.quality.statements.labels import NEWS
from benchmarks.quality.statements.languages import measure_languages
from benchmarks.quality.statements.polnear import measure_speakers
from benchmarks.quality.statements.sides import measure_sides


def main() -> None:
    """Print the figures of the labelled sentences, and of PolNeAR where its folder is given."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality.statements")
    parser.add_argument("--polnear", type=Path, help="a checkout of networkdynamics/PolNeAR")
    parser.add_argument("--fetched", type=Path, help="a folder of checkouts (README.md names them)")
    parser.add_argument("--part", default="dev", choices=("train", "dev"), help="of PolNeAR")
    parser.add_argument(
        "--wrong", action="store_true", help="print what is wrong of the tuning half"
    )
    options = parser.parse_args()
    for line in measure_sides(wrong=options.wrong):
        print(line)
    for line in measure_languages():
        print(line)
    if options.fetched:
        print("fetched:")
        for line in measure_fetched(options.fetched):
            print(line)
    if options.polnear:
        print("news:")
        for line in measure_sides(NEWS, options.polnear, wrong=options.wrong):
            print(line)
        for line in measure_speakers(options.polnear, options.part):
            print(line)


if __name__ == "__main__":
    main()
