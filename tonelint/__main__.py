"""`python -m tonelint`: the same as the command `tonelint`."""

from tonelint.cli import main

if __name__ == "__main__":
    main()
