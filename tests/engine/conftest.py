"""One compiled program and one block of draws for the whole room."""

import pytest


@pytest.fixture(scope="session")
def block(prepared):
    from worlds import Block

    return Block(prepared)
