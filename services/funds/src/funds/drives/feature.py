"""Funds and the drives that raise money for them."""

from contracts.funds.drives import DriveOpened, DriveReopened
from funds.drives.commands.close_drive import close_drive
from funds.drives.commands.open_drive import open_drive
from funds.drives.commands.reopen_drive import reopen_drive
from funds.drives.domain.drive import LIFECYCLE, Drive
from funds.drives.queries.drives import drives as drive_list
from funds.drives.reactions.know_campaign import know_campaign
from shared.service import Feature, Subject

drives = Feature(
    commands=[open_drive, close_drive, reopen_drive],
    queries=[drive_list],
    reactions=[know_campaign],
    events=[DriveOpened, DriveReopened],
    subjects=[Subject("drv", Drive, LIFECYCLE)],
)
