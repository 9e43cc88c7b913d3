import socket

from chungtay.ports import LOOPBACK, any_free, first_free, is_free


def test_a_taken_port_is_passed_over() -> None:
    with socket.create_server((LOOPBACK, 0)) as server:
        taken = server.getsockname()[1]
        assert not is_free(taken)
        assert first_free(taken) > taken


def test_free_ports_differ_and_are_free() -> None:
    ports = any_free(5)
    assert len(set(ports)) == 5
    assert all(is_free(port) for port in ports)
