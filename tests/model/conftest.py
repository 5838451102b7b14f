"""Laws are tested in double precision."""

import jax
import pytest


@pytest.fixture(scope="module", autouse=True)
def double_precision():
    with jax.enable_x64(True):
        yield
