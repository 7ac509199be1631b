"""Arguments and options that several commands take."""

from typing import Annotated

import typer

_SESSION = "Id or file of a roundtable; without it, the shipped one."

SessionArgument = Annotated[str | None, typer.Argument(help=_SESSION)]

SessionOption = Annotated[str | None, typer.Option("--roundtable", help=_SESSION)]

Themes = Annotated[
    list[str] | None, typer.Option("--theme", help="Only this theme; may be repeated.")
]

Only = Annotated[
    list[str] | None,
    typer.Option("--only", help="Only this briefing, such as bilateral-mus-fra; repeatable."),
]
