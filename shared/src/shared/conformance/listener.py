"""The kit's subscribers: services that write down what they hear, and fail where a test wants it."""

from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select

from contracts.errors import Kind, Refusal
from shared.conformance.port import Failure
from shared.conformance.publisher import Shown, Told
from shared.service import Feature, Service, reaction
from shared.work import Work

tables = MetaData()
heard = Table(
    "conformance_heard",
    tables,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(160), nullable=False, index=True),
    Column("number", Integer, nullable=False),
)
failing = Table(
    "conformance_failing",
    tables,
    Column("key", String(160), primary_key=True),
    Column("how", String(20), nullable=False),
)
HEAR = insert(heard)


class MeantToFail(Refusal):
    """The reaction refuses a fact for good."""

    slug = "meant-to-fail"
    kind = Kind.CONFLICT
    vi = "Sự kiện mang mã {key} bị từ chối như đã định."
    en = "The fact {key} is refused as was meant."


def hear(fact: Told | Shown, work: Work) -> None:
    """Write down what was heard, then fail where the test wants it: a failure must take the effect back."""
    work.session.execute(HEAR, {"key": fact.key, "number": fact.number})
    match work.session.scalar(select(failing.c.how).where(failing.c.key == fact.key)):
        case Failure.PASSING:
            message = "the reaction has a bug"
            raise RuntimeError(message)
        case Failure.PERMANENT:
            raise MeantToFail(key=fact.key)


@reaction(Told)
def hear_told(fact: Told, work: Work) -> None:
    """Write down a fact."""
    hear(fact, work)


@reaction(Shown, replayable=True)
def hear_shown(fact: Shown, work: Work) -> None:
    """Write down a fact that may be replayed."""
    hear(fact, work)


def listener(name: str) -> Service:
    """Return the service of one group."""
    return Service(
        name=f"conformance-{name}",
        function="front-standing",
        title_vi="Bên nhận của bộ kiểm tra bus",
        title_en="Subscriber of the bus conformance kit",
        features=[Feature(reactions=[hear_told, hear_shown])],
        tables=tables,
        migrations="shared:conformance/no_migrations",
    )
