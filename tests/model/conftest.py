"""Laws are tested in double precision."""

import jax
import pytest


@pytest.fixture(scope="module", autouse=True)
def double_precision():
    with jax.enable_x64(True):
        yield


@pytest.fixture(scope="session")
def laboratory(prepared):
    from trajectory import Laboratory

    return Laboratory(prepared)
