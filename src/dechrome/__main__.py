"""`python -m dechrome`, the same as the command `clean`."""

from dechrome.cli import main

if __name__ == "__main__":
    main()
