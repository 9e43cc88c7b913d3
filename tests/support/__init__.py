"""What tests stand on: a broker, a database server and a suite of their own, a gateway on paper."""
