"""Hosts that break a promise on purpose: the accounting must count it, or its zeros mean nothing."""

import random
from typing import Any

from chungtay.faults import wire
from chungtay.waiting import wait_until

SABOTAGE = "chungtay.faults.sabotage"
SECONDS = 30


def test_without_deduplication_events_are_counted_double(stage: Any) -> None:
    scene, before = stage.scene, stage.count("double")
    host = _instead_of_the_witness(scene, "no-deduplication")
    host.start()
    bodies = random.Random(1).sample(wire.stored(scene.plant.databases["campaigns"]), 10)
    with wire.channel_of(scene.plant.node.broker.url) as channel:
        wire.tell_again(channel, bodies)
    assert wait_until(lambda: stage.count("double") - before >= len(bodies), seconds=SECONDS)
    host.stop()


def test_acknowledged_before_the_commit_events_are_counted_lost(stage: Any) -> None:
    scene = stage.scene
    assert scene.settle()
    before = stage.count("lost")
    host = _instead_of_the_witness(scene, "acknowledge-first")
    host.start(CRASH_AT="inbox.before_commit")
    assert scene.work_until(lambda: not host.runs)
    scene.plant.heal()
    assert scene.settle_driver()
    assert wait_until(lambda: scene.unpublished() == 0, seconds=SECONDS)
    assert stage.count("lost") > before


def _instead_of_the_witness(scene: Any, way: str) -> Any:
    member = scene.plant.member("witness")
    scene.plant.workers[member.name].stop()
    return scene.plant.host(member, name=f"witness-{way}", launcher=(SABOTAGE, way))
