"""Reports on lists rejected long ago: they hold what persons wrote, and nobody mends by them now."""

from datetime import timedelta

from campaigns.household_imports.repository import HouseholdImports
from shared.service import timer
from shared.settings import settings
from shared.work import Work


@timer(every="hour", vi="Xóa báo cáo lỗi nhập danh sách đã quá thời hạn lưu")
def forget_import_faults(work: Work) -> None:
    """Forget faults of imports that ended longer ago than KEEP_REPORTS_DAYS, some hundreds at a time.

    The import itself stays, with how many rows and faults it had.
    """
    HouseholdImports(work).forget_faults(work.today - timedelta(days=settings().keep_reports_days))
