"""Runs Dateline: python -m dashboard [serve | build | export | changes | explain | check | …]."""

import sys

from dashboard.cli import main

if __name__ == "__main__":
    sys.exit(main())
