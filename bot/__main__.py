"""``python -m bot`` and the console script ``verbatim``."""

import gc
import os
import sys
from typing import Final, NoReturn

_SELDOM: Final = 100_000
"""Objects made between two collections of garbage: a tenth of a start was spent looking for it."""


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    try:
        gc.set_threshold(_SELDOM)
        # Babel has pytz tell the local zone, which opens each of 600 files to see that it is there
        os.environ.setdefault("PYTZ_SKIPEXISTSCHECK", "1")
        from bot.cli import run  # noqa: PLC0415 - 0.1 s in which Ctrl-C is met here

        sys.exit(run(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)  # 128 + SIGINT, as a shell reports it
    except ImportError as error:
        from corpus.errors import InstallationError  # noqa: PLC0415 - rarely needed

        sys.stderr.write(f"verbatim: {InstallationError.of(error)}\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
