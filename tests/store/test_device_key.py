"""The device key: only real keyrings of an operating system keep one, and never as the only way in."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked

from tests.store.makers import PASSPHRASE, Made
from workbench.store import keys, secrets
from workbench.store.errors import DeviceKeyRefusedError, WrongSecretError
from workbench.store.files import KEYS


class Unknown(KeyringBackend):
    """A third party's backend that puts itself before all others."""

    priority = 99

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Raising(Unknown):
    """A backend that cannot do anything."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(service, username, password)


class Plaintext(Unknown):
    """What `keyrings.alt` brings: secrets in a plain file."""


Plaintext.__module__ = "keyrings.alt.file"


class Disguised(Unknown):
    """A class that only bears the name of a trusted one."""


Disguised.__module__ = "keyring.backends.SecretService"
Disguised.__qualname__ = Disguised.__name__ = "Keyring"


def _made(kind: Callable[[], KeyringBackend]) -> KeyringBackend:
    return kind()


def _chain(*links: KeyringBackend) -> ChainerBackend:
    class Chain(ChainerBackend):
        backends = links

    Chain.__module__ = "keyring.backends.chainer"
    return Chain()  # type: ignore[no-untyped-call]


@pytest.fixture(autouse=True)
def keyring_put_back() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> Unknown:
    """A working keyring in memory that stands where the Secret Service stands."""
    monkeypatch.setattr(SecretService, "Keyring", Unknown)
    monkeypatch.setattr(Unknown, "__module__", "keyring.backends.SecretService")
    backend = Unknown()
    keyring.set_keyring(backend)
    return backend


@pytest.fixture
def made(tmp_path: Path) -> Made:
    new = keys.create_keys(tmp_path / "office", passphrase=PASSPHRASE, cost=keys.FLOOR)
    return Made(tmp_path / "office", new.data_key)


@pytest.mark.parametrize(
    ("backend", "reason"),
    [
        pytest.param(_made(fail.Keyring), "no_keyring", id="none at all"),
        pytest.param(_made(null.Keyring), "no_keyring", id="one that forgets"),
        pytest.param(Plaintext(), "plaintext_keyring", id="plain files"),
        pytest.param(Unknown(), "unknown_keyring", id="a third party's, before all others"),
        pytest.param(Raising(), "unknown_keyring", id="a third party's that fails"),
        pytest.param(Disguised(), "unknown_keyring", id="one in disguise"),
    ],
)
def test_a_keyring_that_is_not_the_systems_own_is_refused(made: Made, backend: KeyringBackend, reason: str) -> None:
    keyring.set_keyring(backend)
    before = (made.folder / KEYS).read_bytes()
    assert keys.device_key_possible() == reason
    with pytest.raises(DeviceKeyRefusedError) as refused:
        keys.enable_device_key(made.folder, made.key, officer_id=1)
    assert refused.value.details == {"reason": reason}
    assert (made.folder / KEYS).read_bytes() == before
    assert not getattr(backend, "kept", {})
    assert keys.unlock_with_passphrase(made.folder, PASSPHRASE).data_key == made.key


def test_a_chain_with_a_plain_file_in_it_is_refused(monkeypatch: pytest.MonkeyPatch, trusted: Unknown) -> None:
    chain = _chain(trusted, Plaintext())
    monkeypatch.setattr(sys.modules["keyring.backends.chainer"], "ChainerBackend", type(chain))
    keyring.set_keyring(chain)
    assert keys.device_key_possible() == "mixed_keyring"


def test_a_chain_of_trusted_keyrings_uses_the_first(monkeypatch: pytest.MonkeyPatch, trusted: Unknown) -> None:
    other = Unknown()
    chain = _chain(trusted, other)
    monkeypatch.setattr(sys.modules["keyring.backends.chainer"], "ChainerBackend", type(chain))
    keyring.set_keyring(chain)
    secrets.keep("store", "words")
    assert (len(trusted.kept), len(other.kept)) == (1, 0)


def test_an_empty_chain_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    chain = _chain()
    monkeypatch.setattr(sys.modules["keyring.backends.chainer"], "ChainerBackend", type(chain))
    keyring.set_keyring(chain)
    assert keys.device_key_possible() == "no_keyring"


def test_the_device_key_opens_the_store_and_is_forgotten_again(made: Made, trusted: Unknown) -> None:
    assert keys.device_key_possible() == ""
    keys.enable_device_key(made.folder, made.key, officer_id=1)
    assert keys.device_key_enabled(made.folder)
    assert keys.unlock_with_device(made.folder).data_key == made.key
    keys.disable_device_key(made.folder, made.key)
    assert trusted.kept == {}
    assert not keys.device_key_enabled(made.folder)
    with pytest.raises(WrongSecretError):
        keys.unlock_with_device(made.folder)


def test_the_keyring_holds_a_wrapping_key_and_not_the_data_key(made: Made, trusted: Unknown) -> None:
    keys.enable_device_key(made.folder, made.key, officer_id=1)
    (kept,) = trusted.kept.values()
    assert kept != keys._packed(made.key)
    assert kept not in (made.folder / KEYS).read_text("ascii")


def test_another_secret_in_the_keyring_is_a_wrong_secret(made: Made, trusted: Unknown) -> None:
    keys.enable_device_key(made.folder, made.key, officer_id=1)
    for wrong in (keys._packed(bytes(32)), "no base64 !", ""):
        trusted.kept = dict.fromkeys(trusted.kept, wrong)
        with pytest.raises(WrongSecretError):
            keys.unlock_with_device(made.folder)


def test_a_keyring_that_is_gone_leaves_the_passphrase(made: Made, trusted: Unknown) -> None:
    keys.enable_device_key(made.folder, made.key, officer_id=1)
    assert trusted.kept
    keyring.set_keyring(_made(fail.Keyring))
    with pytest.raises(DeviceKeyRefusedError):
        keys.unlock_with_device(made.folder)
    assert keys.unlock_with_passphrase(made.folder, PASSPHRASE).data_key == made.key


def test_a_locked_keyring_is_refused_with_words(made: Made, trusted: Unknown, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not trusted.kept
    monkeypatch.setattr(Unknown, "set_password", Raising.set_password)
    with pytest.raises(DeviceKeyRefusedError) as refused:
        keys.enable_device_key(made.folder, made.key, officer_id=1)
    assert refused.value.details == {"reason": "keyring_failed"}
    assert json.loads((made.folder / KEYS).read_text("ascii"))["slots"][-1]["kind"] != "device"


def test_trusted_classes_are_those_of_the_keyring_library() -> None:
    for module, name in secrets._TRUSTED:
        if module in {"keyring.backends.macOS", "keyring.backends.Windows"}:
            continue  # they can be imported on their own systems only
        loaded: ModuleType = __import__(module, fromlist=[name])
        assert isinstance(getattr(loaded, name), type)
