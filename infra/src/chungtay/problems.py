"""What stops the command in a way that the user can mend."""


class Problem(Exception):
    """One plain sentence that says what is missing and what to do; the command prints it and exits with 1."""
