"""What can stop a build; each message names the file and the place."""


class BuildError(Exception):
    """A step of the build failed; its text is what the reader of the terminal needs."""
