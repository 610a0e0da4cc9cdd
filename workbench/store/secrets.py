"""The operating system's keyring, and which of its backends may keep a key.

Only four are trusted, by their exact class: Secret Service and KWallet on Linux, the Keychain on macOS, the Credential Locker on
Windows. A backend that writes plain files, keeps nothing, or is not known is refused, and so is a chain with any such link.
What is kept there is a wrapping key that opens nothing without the key file of the store.
"""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from workbench.store.errors import DeviceKeyRefusedError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "onee-workbench"

_TRUSTED = (
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.kwallet", "DBusKeyringKWallet4"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
)
_CHAIN = ("keyring.backends.chainer", "ChainerBackend")
_NONE = (("keyring.backends.fail", "Keyring"), ("keyring.backends.null", "Keyring"))
_PLAIN = "keyrings.alt."


def possible() -> str:
    """Return an empty text when this machine can keep a key, else the word key of the reason why not.

    The reasons: `no_keyring`, `plaintext_keyring`, `unknown_keyring`, `mixed_keyring`, `keyring_failed`.
    """
    try:
        _backend()
    except DeviceKeyRefusedError as refusal:
        return str(refusal.details["reason"])
    return ""


def keep(name: str, secret: str) -> None:
    """Keep a secret under a name.

    Raises:
        DeviceKeyRefusedError: no trusted backend, or it is locked or failing.
    """
    backend = _backend()
    try:
        backend.set_password(SERVICE, name, secret)
        kept = backend.get_password(SERVICE, name)
    except _failures():
        raise DeviceKeyRefusedError(reason="keyring_failed") from None
    if kept != secret:
        raise DeviceKeyRefusedError(reason="keyring_failed")


def read(name: str) -> str | None:
    """Return the secret kept under a name, or None when there is none.

    Raises:
        DeviceKeyRefusedError: no trusted backend, or it is locked or failing.
    """
    backend = _backend()
    try:
        return backend.get_password(SERVICE, name)
    except _failures():
        raise DeviceKeyRefusedError(reason="keyring_failed") from None


def forget(name: str) -> None:
    """Take away the secret kept under a name; a keyring that is gone or locked keeps nothing that opens anything alone."""
    from keyring.errors import PasswordDeleteError  # noqa: PLC0415  keyring costs 0.1 s at start

    try:
        backend = _backend()
    except DeviceKeyRefusedError:
        return
    with suppress(PasswordDeleteError, *_failures()):
        backend.delete_password(SERVICE, name)


def _backend() -> "KeyringBackend":
    """Return the trusted backend that is asked first.

    Raises:
        DeviceKeyRefusedError: there is none.
    """
    import keyring  # noqa: PLC0415  0.1 s at start

    try:
        found = keyring.get_keyring()
    except _failures():
        raise DeviceKeyRefusedError(reason="keyring_failed") from None
    links = _links(found)
    refused = [reason for reason in map(_refusal, links) if reason]
    if refused:
        raise DeviceKeyRefusedError(reason=refused[0] if len(links) == 1 else "mixed_keyring")
    if not links:
        raise DeviceKeyRefusedError(reason="no_keyring")
    return links[0]


def _links(backend: "KeyringBackend") -> list["KeyringBackend"]:
    if not _is(backend, _CHAIN):
        return [backend]
    chained: list[KeyringBackend] = list(backend.backends)  # type: ignore[attr-defined]
    return chained


def _refusal(backend: "KeyringBackend") -> str:
    if any(_is(backend, named) for named in _TRUSTED):
        return ""
    if any(_is(backend, named) for named in _NONE):
        return "no_keyring"
    return "plaintext_keyring" if type(backend).__module__.startswith(_PLAIN) else "unknown_keyring"


def _is(backend: "KeyringBackend", named: tuple[str, str]) -> bool:
    """Return whether a backend is of exactly this class; a class that only bears its name is not."""
    module, name = named
    return getattr(sys.modules.get(module), name, None) is type(backend)


def _failures() -> tuple[type[Exception], ...]:
    """Return what a backend raises when it cannot: its own errors, and those of the bus or library under it."""
    from keyring.errors import KeyringError  # noqa: PLC0415  keyring costs 0.1 s at start

    return (KeyringError, ImportError, OSError, RuntimeError, ValueError, AttributeError)
