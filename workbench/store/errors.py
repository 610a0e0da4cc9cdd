"""What the store refuses, as codes. Details are word keys, counts and file names of the store; never what a case holds."""

from workbench.domain.errors import WorkbenchError


class StoreMissingError(WorkbenchError):
    """The folder holds no store."""

    code = "store_missing"


class StoreExistsError(WorkbenchError):
    """The folder holds a store already; it is never written over."""

    code = "store_exists"


class StoreDamagedError(WorkbenchError):
    """The database cannot be read as it was written; `damage` is a word key, nothing was changed."""

    code = "store_damaged"


class StoreTooNewError(WorkbenchError):
    """A newer program wrote this store; `found` and `known` are schema revisions, nothing was changed."""

    code = "store_too_new"


class StoreTooOldError(WorkbenchError):
    """The store must be brought up to date first, which a read-only opening cannot do; `found` and `known` are revisions."""

    code = "store_too_old"


class StoreReadOnlyError(WorkbenchError):
    """The store was opened for reading only."""

    code = "store_read_only"


class StoreBusyError(WorkbenchError):
    """Another program kept the store busy for longer than the patience of this one."""

    code = "store_busy"


class StoreInUseError(WorkbenchError):
    """Another running program holds this store; `pid` is its process number, 0 when unknown."""

    code = "store_in_use"


class StoreUnreachableError(WorkbenchError):
    """The operating system refused to read or write the store's files; `problem` is a word key."""

    code = "store_unreachable"


class DiskFullError(WorkbenchError):
    """The disk has no room; what was being written was undone, what was saved before is safe."""

    code = "disk_full"


class BackupFailedError(WorkbenchError):
    """A backup could not be proved good and was thrown away; `problem` is a word key."""

    code = "backup_failed"


class BackupDamagedError(WorkbenchError):
    """The chosen backup cannot be restored; `damage` is a word key, the store was left as it was."""

    code = "backup_damaged"


class WrongSecretError(WorkbenchError):
    """The secret opens nothing here. The same for every wrong secret."""

    code = "wrong_secret"


class WeakPassphraseError(WorkbenchError):
    """The passphrase cannot be taken; `problem` is a word key, `minimum` the least number of characters."""

    code = "weak_passphrase"


class RecoveryCodeMistypedError(WorkbenchError):
    """The recovery code does not pass its own checksum, so it was mistyped; said without trying it."""

    code = "recovery_code_mistyped"


class KeysDamagedError(WorkbenchError):
    """The key file cannot be read as it was written; `damage` is a word key, nothing was changed."""

    code = "keys_damaged"


class KeysTooNewError(WorkbenchError):
    """A newer program wrote the key file; `found` and `known` are format versions."""

    code = "keys_too_new"


class DeviceKeyRefusedError(WorkbenchError):
    """The machine's keyring cannot keep a key for this store; `reason` is a word key."""

    code = "device_key_refused"
