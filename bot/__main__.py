"""``python -m bot`` and the console script ``verbatim``."""

import sys
from typing import NoReturn

from bot.cli import run


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
