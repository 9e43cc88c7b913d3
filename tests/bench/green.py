"""Run a case under eventlet, patched before anything else is imported, as the host is."""

import runpy
import sys
import warnings

warnings.simplefilter("ignore")

if __name__ == "__main__":
    import eventlet

    eventlet.monkey_patch()
    module = sys.argv.pop(1)
    runpy.run_module(module, run_name="__main__")
