"""``roundtable check`` and ``roundtable notebooks``: for those who keep the project."""

from typing import Annotated

import typer

from roundtable.cli.console import err, out, say_error


def check() -> None:
    """Check what people write (places, register, claims, words, drafts …) and finished reports."""
    from roundtable import checks, claims, paths, register, rights
    from roundtable.build import recheck

    finished = recheck.finished(paths.reports())
    problems = [*checks.everything(), *recheck.problems(finished)]
    for problem in problems:
        say_error(problem)
    if problems:
        raise typer.Exit(1)
    count = len(list(paths.roundtables().glob("*.yml")))
    entries = len(register.every().entries)
    out.print(
        f"All fit: roundtables ({count}), places, blocs, ties, register ({entries}), rights "
        f"reviews ({len(rights.every())}), claims ({len(claims.every())}), words, drafts, "
        f"notebooks and finished reports ({len(finished)})."
    )


def notebooks(
    theme: Annotated[
        list[str] | None, typer.Argument(help="Themes to store; all of them without one.")
    ] = None,
) -> None:
    """Write the English words into the notebooks and store their outputs, on the pack."""
    from roundtable import checks, paths
    from roundtable import notebooks as files

    chosen = [files.path_of(name.replace("-", "_")) for name in theme or ()]
    for path in chosen or sorted(paths.notebooks().glob("*.ipynb")):
        with err.status(f"Running {path.name}"):
            files.write(checks.refreshed(path), path)
        out.print(f"stored {path.name}")
