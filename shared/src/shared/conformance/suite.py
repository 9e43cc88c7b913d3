"""The tests. Subclass `BusConformance` beside a fixture `bus` that gives a `shared.conformance.port.Bus`.

Each test uses keys of its own, so that one bus may serve all of them.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from shared.conformance.port import Bus, Fact, Failure, Feature, Group

MANY = 120
LARGE = "Chung tay xây dựng nông thôn mới. " * 40_000


def facts(key: str, numbers: Sequence[int]) -> list[Fact]:
    """Facts of one key."""
    return [Fact(key, number) for number in numbers]


def spread(keys: Sequence[str], numbers: Sequence[int]) -> list[Fact]:
    """Facts of many keys in turn."""
    return [Fact(key, number) for number in numbers for key in keys]


class Kit:
    """What the tests share."""

    @pytest.fixture
    def key(self) -> str:
        """Give a key that no other test uses."""
        return uuid4().hex

    @pytest.fixture
    def keys(self, key: str) -> list[str]:
        """Give many such keys."""
        return [f"{key}-{number}" for number in range(20)]

    @pytest.fixture
    def away(self, bus: Bus) -> Iterator[Group]:
        """Give a group that a test may close or kill; it runs again afterwards with one member."""
        yield bus.first
        bus.first.run(1)

    def hears(self, bus: Bus, group: Group, key: str, numbers: Sequence[int]) -> None:
        """Wait until a group has heard as much of a key as it should; it must be just that."""
        what = f"{len(numbers)} facts heard of {key}"
        bus.until(lambda: len(group.heard(key)) >= len(numbers), what)
        assert group.heard(key) == list(numbers)


class Delivery(Kit):
    """Every fact arrives, whole, at every group, and has its effect once."""

    def test_every_fact_has_its_effect_in_every_group(self, bus: Bus, keys: list[str]) -> None:
        """Two groups listen; each gets all."""
        bus.publish(spread(keys, range(5)))
        for group in (bus.first, bus.second):
            for key in keys:
                self.hears(bus, group, key, range(5))

    def test_a_fact_that_is_sent_again_has_its_effect_once(self, bus: Bus, key: str) -> None:
        """A publisher that saw no confirm sends again; the last fact shows that the repetition came."""
        bus.publish(facts(key, range(10)))
        self.hears(bus, bus.first, key, range(10))
        bus.repeat(key)
        bus.publish(facts(key, [10]))
        for group in (bus.first, bus.second):
            self.hears(bus, group, key, range(11))

    def test_what_was_rolled_back_is_never_heard_of(self, bus: Bus, key: str) -> None:
        """A refused command leaves no ghost."""
        bus.refuse(facts(key, [1]))
        bus.publish(facts(key, [2]))
        for group in (bus.first, bus.second):
            self.hears(bus, group, key, [2])

    def test_bytes_and_context_arrive_as_they_were_sent(self, bus: Bus, key: str) -> None:
        """Marks, ends of lines and what looks like markup included; repetition changes nothing."""
        texts = ["Đoàn kết, xã Hòa Bình", "\\\"'<&>", "😀 \u2029", "a\t\r\nb", ""]
        bus.publish([Fact(key, number, text) for number, text in enumerate(texts)])
        self.hears(bus, bus.first, key, range(len(texts)))
        bus.repeat(key)
        bus.publish(facts(key, [len(texts)]))
        for group in (bus.first, bus.second):
            self.hears(bus, group, key, range(len(texts) + 1))
            assert group.bodies(key) == bus.bodies(key)

    def test_a_large_fact_arrives_whole(self, bus: Bus, key: str) -> None:
        """Nearly two megabytes, between small ones."""
        bus.publish([Fact(key, 1), Fact(key, 2, LARGE), Fact(key, 3)])
        for group in (bus.first, bus.second):
            self.hears(bus, group, key, [1, 2, 3])
            whole = group.bodies(key) == bus.bodies(key)
            assert whole  # a difference of megabytes would take pytest minutes to tell

    def test_many_threads_may_publish_at_once(self, bus: Bus, keys: list[str]) -> None:
        """Each thread its own keys, in its own order; none is lost, doubled or mixed up."""

        def publish(key: str) -> None:
            for number in range(10):
                bus.publish(facts(key, [number]))

        with ThreadPoolExecutor(8) as threads:
            list(threads.map(publish, keys))
        for key in keys:
            self.hears(bus, bus.first, key, range(10))
            self.hears(bus, bus.second, key, range(10))


class Order(Kit):
    """Facts of one key have their effects in the order in which they were told, whatever fails."""

    def test_facts_of_one_key_stay_in_order(self, bus: Bus, key: str) -> None:
        """One key has more facts than a batch of the relay or the processor holds."""
        bus.publish(facts(key, range(MANY)))
        self.hears(bus, bus.first, key, range(MANY))

    def test_facts_of_many_keys_stay_in_order_each(self, bus: Bus, keys: list[str]) -> None:
        """Many keys in turn, from many transactions."""
        for number in range(20):
            bus.publish(spread(keys, [number]))
        for key in keys:
            self.hears(bus, bus.first, key, range(20))

    def test_order_holds_while_reactions_fail(self, bus: Bus, keys: list[str]) -> None:
        """Every third key fails for a while in one group; no other key and no other group notices."""
        ill, well = keys[::3], [key for key in keys if key not in keys[::3]]
        for key in ill:
            bus.first.fail(key, Failure.PASSING)
        bus.publish(spread(keys, range(10)))
        for key in well:
            self.hears(bus, bus.first, key, range(10))
        for key in keys:
            self.hears(bus, bus.second, key, range(10))
        assert [bus.first.heard(key) for key in ill] == [[] for _ in ill]
        for key in ill:
            bus.first.fail(key, None)
        for key in ill:
            self.hears(bus, bus.first, key, range(10))

    def test_a_parked_fact_holds_the_later_ones_of_its_key_alone(self, bus: Bus, keys: list[str]) -> None:
        """What can never succeed is parked at once; an operator lets its key go on, in order."""
        ill, well, *_ = keys
        bus.first.fail(ill, Failure.PERMANENT)
        bus.publish(spread([ill, well], range(3)))
        self.hears(bus, bus.first, well, range(3))
        bus.until(lambda: bus.first.parked(ill) == [0], "the first fact parked")
        bus.publish(spread([ill, well], [3]))
        self.hears(bus, bus.first, well, range(4))
        bus.until(lambda: len(bus.first.bodies(ill)) == len(range(4)), "the later facts received")
        assert (bus.first.heard(ill), bus.first.parked(ill)) == ([], [0])
        self.hears(bus, bus.second, ill, range(4))
        bus.first.fail(ill, None)
        bus.first.retry(ill)
        self.hears(bus, bus.first, ill, range(4))

    def test_a_replay_repeats_only_what_may_be_repeated(self, bus: Bus, keys: list[str]) -> None:
        """A reaction says whether it may be replayed; any other answers that it is already done."""
        told, shown, *_ = keys
        bus.publish([Fact(told, 1), Fact(shown, 1, shown=True)])
        self.hears(bus, bus.first, told, [1])
        self.hears(bus, bus.first, shown, [1])
        assert bus.first.replay(told) == ["already done"]
        assert bus.first.replay(shown) == ["replayed"]
        self.hears(bus, bus.first, shown, [1, 1])
        assert bus.first.heard(told) == [1]


class Life(Kit):
    """Members and publishers come and go, in order or not."""

    def test_what_is_told_while_a_group_is_away_waits_for_it(self, bus: Bus, key: str, away: Group) -> None:
        """The other group hears it meanwhile."""
        away.run(0)
        bus.publish(facts(key, range(50)))
        self.hears(bus, bus.second, key, range(50))
        assert away.heard(key) == []
        away.run(1)
        self.hears(bus, away, key, range(50))

    def test_what_was_not_acknowledged_comes_again_and_has_its_effect_once(
        self, bus: Bus, keys: list[str], away: Group
    ) -> None:
        """A group is killed amid its work."""
        bus.publish(spread(keys, range(20)))
        bus.until(lambda: bool(away.heard(keys[0])), "the first fact heard")
        away.kill()
        away.run(1)
        for key in keys:
            self.hears(bus, away, key, range(20))

    def test_a_group_that_is_closed_while_it_applies_goes_on_where_it_stopped(
        self, bus: Bus, keys: list[str], away: Group
    ) -> None:
        """Closing ends in time, whole: of every key a first part has its effect, and the rest later."""
        if why := bus.missing.get(Feature.BACKGROUND):
            pytest.skip(why)
        bus.publish(spread(keys, range(50)))
        bus.until(lambda: bool(away.heard(keys[0])), "the first fact heard")
        away.run(0)
        for key in keys:
            assert away.heard(key) == list(range(len(away.heard(key))))
        away.run(1)
        for key in keys:
            self.hears(bus, away, key, range(50))

    def test_two_members_of_a_group_share_it(self, bus: Bus, keys: list[str], away: Group) -> None:
        """Nothing is doubled or out of order, though both may apply; failures included."""
        away.run(2)
        away.fail(keys[0], Failure.PASSING)
        for number in range(20):
            bus.publish(spread(keys, [number]))
        for key in keys[1:]:
            self.hears(bus, away, key, range(20))
        away.fail(keys[0], None)
        away.retry(keys[0])
        self.hears(bus, away, keys[0], range(20))

    def test_facts_are_told_while_the_publisher_is_cut_off(self, bus: Bus, keys: list[str]) -> None:
        """Killed amid its work, it goes on later: none is lost, doubled or out of order."""
        bus.publish(spread(keys, range(10)))
        bus.stop_publisher()
        bus.publish(spread(keys, range(10, 20)))
        bus.start_publisher()
        for group in (bus.first, bus.second):
            for key in keys:
                self.hears(bus, group, key, range(20))


class BusConformance(Delivery, Order, Life):
    """The whole kit."""
