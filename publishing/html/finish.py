from pathlib import Path


def finish_html(html: Path, pdf: Path) -> None:
    """None yet."""
