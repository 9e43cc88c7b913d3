"""The duty board after the play: it is asked until it shows what was done."""

from collections.abc import Iterable

from tenacity import Retrying, retry_if_result, stop_after_delay, wait_fixed

from chungtay.simulate.player import Player

PATIENCE_SECONDS = 300
PAUSE_SECONDS = 0.5


def evidence(player: Player, wanted: Iterable[str]) -> dict[str, int]:
    """Return how much evidence each wanted duty has, once none lacks it or patience ends. Raises Away."""
    duties = set(wanted)
    retrying = Retrying(
        retry=retry_if_result(lambda found: not all(found.values())),
        wait=wait_fixed(PAUSE_SECONDS),
        stop=stop_after_delay(PATIENCE_SECONDS),
        retry_error_callback=lambda state: state.outcome.result() if state.outcome else {},
    )
    return dict(retrying(lambda: _ask(player, duties)))


def _ask(player: Player, duties: set[str]) -> dict[str, int]:
    rows = player.ask("/v1/reporting/duties", year=player.year)["items"]
    return {row["id"]: int(row["evidence"]) for row in rows if row["id"] in duties}
