"""Where an error happened, without what it said: texts of people may be in it."""

from pathlib import Path
from types import TracebackType


def place(error: BaseException) -> str:
    """Return type, file and line of the innermost frame: `KeyError at handlers/guide.py:42`."""
    trace: TracebackType | None = error.__traceback__
    if trace is None:
        return type(error).__name__
    while trace.tb_next is not None:
        trace = trace.tb_next
    path = Path(trace.tb_frame.f_code.co_filename)
    return f"{type(error).__name__} at {path.parent.name}/{path.name}:{trace.tb_lineno}"
