"""One run of faults, as long as it is given: schedules that failed earlier first, then new ones."""

import json
import random
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain, takewhile
from pathlib import Path

from rich.console import Console

from chungtay.problems import Problem
from faults.experiment import Experiment, set_up
from faults.fault import Fault
from faults.nemesis import draw_schedules
from faults.oracle import Findings
from faults.report import table
from faults.schedule import Outcome, Playing, Schedule, each_once, play
from faults.table import FAULTS

SHOWN = 20


def chosen(wanted: Sequence[str]) -> list[Fault]:
    """Return the faults with one of these numbers, or in whose name one stands. Raises Problem."""
    found = [each for each in FAULTS if not wanted or any(w == each.code or w in each.name for w in wanted)]
    if not found:
        message = f"there is no fault {' or '.join(wanted)}"
        raise Problem(message)
    return found


def kept(path: Path) -> list[Schedule]:
    """Return the schedules that failed once, as far as their faults still exist."""
    by_name = {str(fault): fault for fault in FAULTS}
    entries = json.loads(path.read_text("utf-8")) if path.exists() else []
    return [
        Schedule(each["seed"], tuple(by_name[name] for name in each["faults"]))
        for each in entries
        if by_name.keys() >= set(each["faults"])
    ]


def keep(path: Path, failed: Sequence[Schedule]) -> None:
    """Keep failed schedules, so that they are played again by the tests and by every run."""
    if not failed or not path.parent.is_dir():
        return
    entries = json.loads(path.read_text("utf-8")) if path.exists() else []
    new = [{"seed": each.seed, "faults": [str(fault) for fault in each.faults]} for each in failed]
    entries += [each for each in new if each not in entries]
    path.write_text(json.dumps(entries, indent=2) + "\n", "utf-8")


@dataclass
class Run:
    """A run with its console, the file of kept schedules, and the folder for the logs of a failure."""

    console: Console
    seeds: Path
    logs: Path
    outcomes: list[Outcome] = field(default_factory=list)
    found: Findings = field(default_factory=Findings)

    def go(self, faults: Sequence[Fault], minutes: float, seed: int | None) -> bool:
        """Play schedules until the time is up, and report; say whether all is clean. Raises Problem."""
        drawn_from = random.SystemRandom().getrandbits(31) if seed is None else seed
        self.console.print(f"seed {drawn_from}, {len(faults)} faults, {minutes:g} minutes")
        end = time.monotonic() + 60 * minutes
        with set_up(drawn_from) as experiment:
            try:
                self._play(experiment, faults, drawn_from, lambda: time.monotonic() < end)
            finally:
                if not self.clean:
                    shutil.copytree(experiment.system.home.logs, self.logs, dirs_exist_ok=True)
            self._report(experiment.oracle.observed.facts)
        return self.clean

    @property
    def clean(self) -> bool:
        """Something was played, and nothing is wrong."""
        return bool(self.outcomes) and all(outcome.clean for outcome in self.outcomes)

    def _play(
        self, experiment: Experiment, faults: Sequence[Fault], drawn_from: int, goes_on: Callable[[], bool]
    ) -> None:
        """First what failed once, then each fault by itself, then whatever Hypothesis draws."""
        old = (each for each in kept(self.seeds) if set(each.faults) <= set(faults))
        for schedule in takewhile(lambda _: goes_on(), chain(old, each_once(drawn_from, faults))):
            self._note(experiment, *play(experiment, schedule, self.found))
        dice = random.Random(drawn_from)
        draw_schedules(
            [fault for fault in faults if fault.drawn] or faults,
            drawn_from,
            lambda: Playing(experiment, dice.getrandbits(32)) if goes_on() else None,
            lambda playing: self._note(experiment, *playing.end(self.found)),
        )

    def _note(self, experiment: Experiment, outcome: Outcome, found: Findings) -> None:
        self.outcomes.append(outcome)
        self.found = found
        self._tell(outcome, experiment)

    def _tell(self, outcome: Outcome, experiment: Experiment) -> None:
        verdict = "ok" if outcome.clean else "FAILED"
        facts = experiment.oracle.observed.facts
        line = f"{verdict} {outcome.seconds:5.1f} s {facts:6d} facts  {outcome.schedule}"
        self.console.print(line, markup=False)
        if not outcome.clean:
            struck = dict(zip(map(str, outcome.schedule.faults), outcome.struck, strict=True))
            self.console.print(f"  struck: {struck}, settled: {outcome.settled}", markup=False)
        for example in outcome.examples[:SHOWN]:
            self.console.print(f"  {example}", markup=False)
        for failure in experiment.system.failures:
            self.console.print(f"  {failure}, and was started again", style="dim", markup=False)
        experiment.system.failures.clear()

    def _report(self, facts: int) -> None:
        failed = [outcome.schedule for outcome in self.outcomes if not outcome.clean]
        keep(self.seeds, failed)
        self.console.print(table(self.outcomes))
        last = f"faults: {len(self.outcomes)} schedules, {facts} facts, {self.found}"
        self.console.print(last, style="red" if failed else "green")
