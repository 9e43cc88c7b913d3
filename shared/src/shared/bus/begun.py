"""What was begun and whose end nobody has seen: so a reaction is found that ends its own process.

Whoever is killed can note nothing any more, and to note each event beforehand would cost every event a flush
to the disk. So the first group after each start is noted, and no other: where a process ends within a
reaction, the next one begins with the same events. If that ends too, each of them is tried alone and noted
alone; which of them ends its process twice more while it is alone is the one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from shared.tables import begun_events

MOST_DEATHS = 2


class Judgement(NamedTuple):
    """Which events ended their process, and up to which number the rest is to be tried one by one."""

    guilty: Sequence[int]
    alone_up_to: int


NOBODY = Judgement((), 0)


def is_noted(session: Session) -> bool:
    """Whether a former process left something of which it did not see the end."""
    return session.execute(select(begun_events.c.seq).limit(1)).first() is not None


def judge(session: Session) -> Judgement:
    """Take what the former process left; of that, only who was alone when it ended stays noted."""
    # Who is at work on an event holds its row: with two hosts, the other's end is waited for here.
    rows = session.execute(select(begun_events).order_by(begun_events.c.seq).with_for_update()).all()
    died = [row.seq for row in rows if row.alone]
    guilty = [row.seq for row in rows if row.alone and row.deaths + 1 >= MOST_DEATHS]
    once_more = {"alone": False, "deaths": begun_events.c.deaths + 1}
    session.execute(update(begun_events).where(begun_events.c.seq.in_(died)).values(once_more))
    forget(session, [row.seq for row in rows if not row.alone and not row.deaths] + guilty)
    return Judgement(guilty, rows[-1].seq) if rows else NOBODY


def note(session: Session, seqs: Sequence[int]) -> None:
    """Note that a group is begun; a group of one is alone."""
    alone, wanted = len(seqs) == 1, begun_events.c.seq.in_(seqs)
    known = set(session.scalars(select(begun_events.c.seq).where(wanted)))
    session.execute(update(begun_events).where(wanted).values(alone=alone))
    if new := [{"seq": seq, "alone": alone, "deaths": 0} for seq in seqs if seq not in known]:
        session.execute(begun_events.insert(), new)


def forget(session: Session, seqs: Sequence[int]) -> None:
    """Their end is seen, or will be when this transaction is."""
    session.execute(delete(begun_events).where(begun_events.c.seq.in_(seqs)))
