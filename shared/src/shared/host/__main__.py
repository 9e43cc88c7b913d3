"""`python -m shared.host prepare X.service …` once, then `python -m shared.host run X.service`."""

import sys

USAGE = "usage: python -m shared.host prepare MODULE… | run MODULE"


def main(arguments: list[str]) -> None:
    """Prepare services, or run one."""
    match arguments:
        case ["prepare", *modules] if modules:
            from shared.host.prepare import prepare

            prepare(modules)
        case ["run", module]:
            from shared.host.green import patch

            patch()
            from shared.host.run import run

            run(module)
        case _:
            sys.exit(USAGE)


main(sys.argv[1:])
