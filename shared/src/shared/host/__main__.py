"""`python -m shared.host prepare X.service …` once, then `python -m shared.host run X.service`.

`python -m shared.host job X.service ID` is how a host starts the child process of a job.
"""

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
        case ["job", module, job_id]:
            from shared.host.job_process import carry_out

            carry_out(module, job_id)
        case _:
            sys.exit(USAGE)


main(sys.argv[1:])
