"""The fault proxy before a server that answers with what it was sent."""

import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from faults.proxy import Proxy, Weather

SHORT, LONG = 0.3, 10.0


class Echo(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        with suppress(ConnectionError):  # the proxy breaks connections: that is its work
            while data := self.request.recv(4096):
                self.request.sendall(data)


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        made = Proxy(server.server_address[1])
        yield made
        made.close()
        server.shutdown()


@pytest.fixture
def client(proxy: Proxy) -> Iterator[Callable[[], socket.socket]]:
    opened: list[socket.socket] = []

    def connect() -> socket.socket:
        opened.append(socket.create_connection(("127.0.0.1", proxy.link("l").port), LONG))
        return opened[-1]

    yield connect
    for each in opened:
        each.close()


def answered(client: socket.socket, seconds: float = LONG) -> bytes:
    client.settimeout(seconds)
    try:
        return client.recv(4096)
    except TimeoutError:
        return b"(silence)"
    except ConnectionResetError:
        return b"(reset)"


def test_in_fair_weather_everything_passes(client: Callable[[], socket.socket]) -> None:
    fair = client()
    fair.sendall(b"hello")
    assert answered(fair) == b"hello"


@pytest.mark.parametrize("hole", [Weather(hole_up=True), Weather(hole_down=True)])
def test_a_hole_holds_back_and_gives_out_again(
    proxy: Proxy, client: Callable[[], socket.socket], hole: Weather
) -> None:
    held = client()
    held.sendall(b"one")
    assert answered(held) == b"one"
    proxy.change("l", hole)
    held.sendall(b"two")
    assert answered(held, SHORT) == b"(silence)"
    proxy.fair()
    assert answered(held) == b"two"


def test_down_breaks_and_refuses(proxy: Proxy, client: Callable[[], socket.socket]) -> None:
    broken = client()
    broken.sendall(b"one")
    assert answered(broken) == b"one"
    proxy.change("l", Weather(down=True))
    assert answered(broken) in {b"", b"(reset)"}
    assert answered(client()) in {b"", b"(reset)"}
    assert proxy.links["l"].touched > 0


def test_latency_takes_its_time(proxy: Proxy, client: Callable[[], socket.socket]) -> None:
    slow = client()
    proxy.change("l", Weather(latency=SHORT))
    began = time.monotonic()
    slow.sendall(b"one")
    assert answered(slow) == b"one"
    assert time.monotonic() - began >= 2 * SHORT


def test_a_connection_is_cut_after_so_many_bytes(proxy: Proxy, client: Callable[[], socket.socket]) -> None:
    proxy.link("l")
    proxy.change("l", Weather(cut_after=3))
    cut = client()
    cut.sendall(b"hello")
    assert answered(cut) in {b"", b"(reset)"}


def test_of_a_half_open_connection_the_client_hears_nothing(
    proxy: Proxy, client: Callable[[], socket.socket]
) -> None:
    lonely = client()
    lonely.sendall(b"one")
    assert answered(lonely) == b"one"
    proxy.end_far_side("l")
    lonely.sendall(b"two")
    assert answered(lonely, SHORT) == b"(silence)"
