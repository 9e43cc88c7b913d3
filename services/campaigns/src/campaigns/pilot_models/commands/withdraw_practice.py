"""Withdrawing a sheet of good practice."""

from campaigns.pilot_models.answers import sheet_standing
from campaigns.pilot_models.guards import coordinates_models, own_practice
from campaigns.pilot_models.messages.commands import PracticeStanding, WithdrawPractice
from campaigns.pilot_models.repository import Practices
from shared.service import command
from shared.work import Work


@command(
    WithdrawPractice,
    post="/practices/{practice_id}/withdraw",
    may=coordinates_models,
    vi="Gỡ cách làm hay",
    takes=["practice:withdraw"],
    checks=own_practice,
)
def withdraw_practice(wanted: WithdrawPractice, work: Work) -> PracticeStanding:
    """Withdraw a sheet, with a reason: its publisher alone; it stays readable.

    Raises: NotAllowed (publisher-only), NotFound, WrongStep, DayBeforeLastStep.
    """
    practice = Practices(work).get(wanted.practice_id)
    own_practice(practice, work)
    practice.withdraw(wanted.reason, work.today)
    return sheet_standing(practice)
