"""Pledges whose day has passed and that are still owed."""

from funds.pledges.repository import Pledges
from shared.service import timer
from shared.work import Work


@timer(every="day", vi="Ghi nhận cam kết quá hạn thực hiện", takes=["pledge:fall_overdue"])
def find_overdue_pledges(work: Work) -> None:
    """Mark each pledge not fulfilled by the day its donor named; its fund's board has it as a late task."""
    for pledge in Pledges(work).owed_past(work.today):
        pledge.fall_overdue(work.today)
