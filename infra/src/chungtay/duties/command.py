"""`chungtay duties`: run the scenarios, print the board, write `var/duties.json`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from pydantic import TypeAdapter
from rich.console import Console
from rich.table import Table

from chungtay.duties.board import Board, Outcome, Shown
from chungtay.problems import Problem
from contracts.reference import duties

OUTCOMES = TypeAdapter(dict[str, Outcome])
SHOWN = TypeAdapter(dict[str, Shown])
TESTS_FAILED = 1


def run(scenarios: Path, var_dir: Path, console: Console) -> int:
    """Run pytest on the folder and report; return 0 when every scenario passed. Raises Problem."""
    if not scenarios.is_dir():
        message = f"there are no scenarios in {scenarios}; run this from the folder of the clone"
        raise Problem(message)
    services = {duty.id: ", ".join(duty.services) for duty in duties().all()}
    code, outcomes = _run_pytest(scenarios)
    board = Board(services, outcomes)
    console.print(_table(board))
    var_dir.mkdir(parents=True, exist_ok=True)
    (var_dir / "duties.json").write_bytes(SHOWN.dump_json(board.shown(), indent=2))
    console.print(board.closing_line(), soft_wrap=True)
    return code


def _run_pytest(scenarios: Path) -> tuple[int, dict[str, Outcome]]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "outcomes.json"
        command = [sys.executable, "-m", "pytest", "-p", "chungtay.duties.plugin", f"--duties-to={target}"]
        code = subprocess.run([*command, str(scenarios)], check=False).returncode
        if code > TESTS_FAILED or not target.exists():
            message = f"pytest could not run the scenarios (exit code {code})"
            raise Problem(message)
        return code, OUTCOMES.validate_json(target.read_bytes())


def _table(board: Board) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("duty", "service", "scenario", "result"):
        table.add_column(heading, overflow="fold")
    for duty, shown in board.shown().items():
        for scenario in shown.scenarios:
            result = "[green]passed[/]" if board.outcomes[scenario].passed else "[red]failed[/]"
            table.add_row(duty, shown.service, scenario.partition("::")[2], result)
    return table
