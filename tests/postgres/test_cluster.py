from sqlalchemy import create_engine, text

from chungtay.postgres import Cluster


def test_x(postgres: Cluster) -> None:
    engine = create_engine(postgres.database("x"))
    with engine.connect() as c:
        print(c.scalar(text("select version()")))
    engine.dispose()
