"""The command line. Commands are listed in one table and imported when they are called."""

from __future__ import annotations

import click

from tonelint import __version__


@click.group(name="tonelint")
@click.version_option(__version__, prog_name="tonelint", message="%(prog)s %(version)s")
def main() -> None:
    """Find the words that press, shame, spy and trap."""
