"""structlog without rich, which it would import for coloured tracebacks with the values of all variables.

Our logs show no value, so nobody misses it; it would take 5 MB and a tenth of a second of each process.
"""

import sys
from importlib import import_module


def import_structlog() -> None:
    """Import structlog as it comes where rich is not installed; afterwards others may import rich."""
    if "rich" in sys.modules:
        return
    sys.modules["rich"] = None  # type: ignore[assignment]  # so Python is told that there is none
    try:
        import_module("structlog")
    finally:
        del sys.modules["rich"]
