"""The key file: every secret opens it, no wrong one does, and no change of it goes unseen."""

import json
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.store.makers import CANARIES, OTHER_WORDS, PASSPHRASE, Made
from workbench.domain.errors import WorkbenchError
from workbench.store import keys
from workbench.store.errors import (
    KeysDamagedError,
    KeysTooNewError,
    RecoveryCodeMistypedError,
    StoreExistsError,
    StoreMissingError,
    WeakPassphraseError,
    WrongSecretError,
)
from workbench.store.files import KEYS


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("keys") / "office"
    new = keys.create_keys(folder, passphrase=PASSPHRASE, officer_id=1, cost=keys.FLOOR)
    return Made(folder, new.data_key, new.recovery_code)


@pytest.fixture
def made(made_once: Made, tmp_path: Path) -> Made:
    shutil.copytree(made_once.folder, tmp_path / "office")
    return Made(tmp_path / "office", made_once.key, made_once.recovery_code)


def _content(made: Made) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((made.folder / KEYS).read_text("ascii"))
    return found


def _rewrite(made: Made, content: dict[str, Any]) -> None:
    """Write a changed key file as a clever hand would: with a checksum that fits."""
    content["checksum"] = keys._checksum(content)
    (made.folder / KEYS).write_text(json.dumps(content), "ascii")


def test_the_passphrase_opens_the_data_key(made: Made) -> None:
    opened = keys.unlock_with_passphrase(made.folder, PASSPHRASE)
    assert (opened.data_key, opened.officer_id) == (made.key, 1)


def test_the_recovery_code_opens_the_same_data_key(made: Made) -> None:
    assert keys.unlock_with_recovery_code(made.folder, made.recovery_code).data_key == made.key


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(lambda code: code.lower(), id="in small letters"),
        pytest.param(lambda code: code.replace("-", ""), id="without hyphens"),
        pytest.param(lambda code: code.replace("-", " ") + "\n", id="with blanks and a line end"),
        pytest.param(lambda code: code.replace("0", "O").replace("1", "l"), id="with O for 0 and l for 1"),
        pytest.param(lambda code: "".join(chr(ord(sign) + 0xFEE0) for sign in code), id="in full-width letters"),
    ],
)
def test_the_recovery_code_forgives_how_it_is_typed(made: Made, typed: Callable[[str], str]) -> None:
    assert keys.unlock_with_recovery_code(made.folder, typed(made.recovery_code)).data_key == made.key


def test_a_recovery_code_has_at_least_128_random_bits_in_an_unambiguous_alphabet(made: Made) -> None:
    letters = made.recovery_code.replace("-", "")
    assert (len(letters) - 2) * 5 >= 128
    assert set(letters) <= set(keys.ALPHABET)
    assert not set(keys.ALPHABET) & set("ILOU")
    assert len(keys.ALPHABET) == 32


def test_a_typing_error_in_the_recovery_code_is_told_as_one(made: Made) -> None:
    first = made.recovery_code[0]
    wrong = ("A" if first != "A" else "B") + made.recovery_code[1:]
    with pytest.raises(RecoveryCodeMistypedError):
        keys.unlock_with_recovery_code(made.folder, wrong)


def test_the_recovery_code_of_another_store_is_a_wrong_secret(made: Made) -> None:
    with pytest.raises(WrongSecretError):
        keys.unlock_with_recovery_code(made.folder, keys._printed(keys._new_code()))


def test_every_wrong_passphrase_is_refused_alike(made: Made) -> None:
    wrong = [PASSPHRASE + " ", PASSPHRASE[:-1], PASSPHRASE.upper(), "", "x" * 5000, "\ud800", made.recovery_code]
    refusals = []
    for passphrase in wrong:
        with pytest.raises(WrongSecretError) as refused:
            keys.unlock_with_passphrase(made.folder, passphrase)
        refusals.append((str(refused.value), refused.value.details))
    assert refusals == [("wrong_secret", {})] * len(wrong)


def test_a_passphrase_opens_however_the_keyboard_composes_it(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "café à Jogjakarta é")
    keys.create_keys(tmp_path, passphrase=composed, cost=keys.FLOOR)
    assert keys.unlock_with_passphrase(tmp_path, unicodedata.normalize("NFD", composed)).officer_id == 1


@pytest.mark.parametrize(
    ("passphrase", "problem"),
    [
        pytest.param("short", "passphrase_too_short", id="five letters"),
        pytest.param("e\u0301" * 9, "passphrase_too_short", id="nine letters after normalisation"),
        pytest.param("a" * 40, "passphrase_one_letter", id="one letter repeated"),
        pytest.param("ab" * 600, "passphrase_too_long", id="longer than a thousand"),
    ],
)
def test_a_weak_passphrase_is_refused_and_nothing_is_written(tmp_path: Path, passphrase: str, problem: str) -> None:
    with pytest.raises(WeakPassphraseError) as refused:
        keys.create_keys(tmp_path, passphrase=passphrase, cost=keys.FLOOR)
    assert refused.value.details == {"problem": problem, "minimum": keys.MINIMUM_LENGTH}
    assert list(tmp_path.iterdir()) == []


def test_each_officer_opens_with_their_own_passphrase(made: Made) -> None:
    keys.add_passphrase(made.folder, made.key, officer_id=2, passphrase=OTHER_WORDS, cost=keys.FLOOR)
    assert keys.unlock_with_passphrase(made.folder, OTHER_WORDS).officer_id == 2
    assert keys.unlock_with_passphrase(made.folder, PASSPHRASE).officer_id == 1


def test_two_officers_cannot_have_one_passphrase(made: Made) -> None:
    before = (made.folder / KEYS).read_bytes()
    with pytest.raises(WeakPassphraseError) as refused:
        keys.add_passphrase(made.folder, made.key, officer_id=2, passphrase=PASSPHRASE, cost=keys.FLOOR)
    assert refused.value.details["problem"] == "passphrase_taken"
    assert (made.folder / KEYS).read_bytes() == before


def test_a_changed_passphrase_opens_and_the_old_one_does_not(made: Made) -> None:
    keys.change_passphrase(made.folder, made.key, officer_id=1, passphrase=OTHER_WORDS, cost=keys.FLOOR)
    assert keys.unlock_with_passphrase(made.folder, OTHER_WORDS).data_key == made.key
    with pytest.raises(WrongSecretError):
        keys.unlock_with_passphrase(made.folder, PASSPHRASE)
    assert keys.unlock_with_recovery_code(made.folder, made.recovery_code).data_key == made.key


def test_a_new_recovery_code_puts_the_old_one_out_of_use(made: Made) -> None:
    code = keys.new_recovery_code(made.folder, made.key, officer_id=1)
    assert keys.unlock_with_recovery_code(made.folder, code).data_key == made.key
    with pytest.raises(WrongSecretError):
        keys.unlock_with_recovery_code(made.folder, made.recovery_code)


def test_the_standard_cost_is_a_quarter_gibibyte_and_the_floor_a_sixteenth() -> None:
    assert keys.Cost(256 * 1024, 3, 4) == keys.STANDARD
    assert keys.Cost(64 * 1024, 3, 4) == keys.FLOOR


def test_the_cost_is_written_beside_the_wrapped_key(made: Made) -> None:
    kdf = next(slot["kdf"] for slot in _content(made)["slots"] if slot["kind"] == "passphrase")
    assert (kdf["name"], kdf["memory_kib"], kdf["rounds"], kdf["lanes"]) == ("argon2id", 64 * 1024, 3, 4)


def test_no_secret_and_no_name_stands_in_the_key_file(made: Made) -> None:
    text = (made.folder / KEYS).read_text("ascii")
    for word in (PASSPHRASE, made.key.hex(), made.recovery_code, made.recovery_code.replace("-", ""), CANARIES["officer"]):
        assert word not in text
    assert {name for slot in _content(made)["slots"] for name in slot} == {"kind", "officer", "kdf", "nonce", "wrapped"}


def test_secrets_do_not_show_in_what_is_printed(made: Made) -> None:
    new = keys.NewKeys(made.key, made.recovery_code)
    assert "data_key" not in repr(new)
    assert made.recovery_code not in repr(new)
    assert str(made.key) not in repr(keys.Unlocked(made.key, 1))


def _flip(made: Made, position: int) -> None:
    path = made.folder / KEYS
    data = bytearray(path.read_bytes())
    data[position] ^= 1
    path.write_bytes(data)


def test_no_flipped_bit_goes_unseen(made: Made) -> None:
    path = made.folder / KEYS
    sound = path.read_bytes()
    meaning = json.loads(sound)
    for position in range(0, len(sound), 3):
        path.write_bytes(sound)
        _flip(made, position)
        damaged = path.read_bytes()
        try:
            if json.loads(damaged) == meaning:
                continue  # a blank became another blank
        except ValueError:
            pass
        with pytest.raises((KeysDamagedError, KeysTooNewError)):
            keys.check(made.folder)
        assert path.read_bytes() == damaged


@pytest.mark.parametrize(
    ("data", "damage"),
    [
        pytest.param(None, "keys_missing", id="missing"),
        pytest.param(b"", "keys_unreadable", id="empty"),
        pytest.param(b"\xff\x00 no text", "keys_unreadable", id="not text"),
        pytest.param(b"[1, 2]", "keys_unreadable", id="a list"),
        pytest.param(b'{"format": 1}', "keys_unreadable", id="no checksum"),
        pytest.param(b"[" * 100_000, "keys_unreadable", id="nested without end"),
        pytest.param(b" " * (1024 * 1024 + 1), "keys_unreadable", id="far too large"),
        pytest.param(b'{"format": 1, "checksum": "00"}', "keys_altered", id="wrong checksum"),
    ],
)
def test_a_damaged_key_file_is_named_and_left_alone(made: Made, data: bytes | None, damage: str) -> None:
    path = made.folder / KEYS
    path.unlink()
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(KeysDamagedError) as refused:
        keys.unlock_with_passphrase(made.folder, PASSPHRASE)
    assert refused.value.details == {"damage": damage}
    assert (path.read_bytes() if data is not None else None) == data


def test_a_truncated_key_file_is_damage_wherever_it_ends(made: Made) -> None:
    path = made.folder / KEYS
    sound = path.read_bytes()
    for length in range(0, len(sound) - 1, 7):
        path.write_bytes(sound[:length])
        with pytest.raises(KeysDamagedError):
            keys.check(made.folder)


@pytest.mark.parametrize(
    "lower",
    [
        pytest.param({"memory_kib": 1024}, id="little memory"),
        pytest.param({"rounds": 1}, id="one round"),
        pytest.param({"name": "argon2i"}, id="another function"),
        pytest.param({"memory_kib": 1 << 40}, id="more memory than a machine has"),
        pytest.param({"lanes": 0}, id="no lanes"),
    ],
)
def test_a_lowered_cost_is_refused_before_anything_is_guessed(made: Made, lower: dict[str, Any]) -> None:
    content = _content(made)
    content["slots"][0]["kdf"].update(lower)
    _rewrite(made, content)
    with pytest.raises(KeysDamagedError) as refused:
        keys.unlock_with_passphrase(made.folder, PASSPHRASE)
    assert refused.value.details == {"damage": "keys_weakened"}


def test_a_cost_below_the_floor_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(KeysDamagedError):
        keys.create_keys(tmp_path, passphrase=PASSPHRASE, cost=keys.Cost(1024, 1, 1))


def test_a_slot_given_to_another_officer_opens_nothing(made: Made) -> None:
    content = _content(made)
    content["slots"][0]["officer"] = 7
    _rewrite(made, content)
    with pytest.raises(WrongSecretError):
        keys.unlock_with_passphrase(made.folder, PASSPHRASE)


def test_a_slot_taken_away_by_someone_without_the_key_is_seen(made: Made) -> None:
    content = _content(made)
    del content["slots"][1]
    _rewrite(made, content)
    with pytest.raises(KeysDamagedError) as refused:
        keys.unlock_with_passphrase(made.folder, PASSPHRASE)
    assert refused.value.details == {"damage": "keys_foreign"}


def test_a_slot_of_another_store_opens_nothing_here(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "other"
    keys.create_keys(other, passphrase=OTHER_WORDS, cost=keys.FLOOR)
    content = _content(made)
    content["slots"].append(json.loads((other / KEYS).read_text("ascii"))["slots"][0])
    _rewrite(made, content)
    with pytest.raises(WrongSecretError):
        keys.unlock_with_passphrase(made.folder, OTHER_WORDS)


def test_a_key_file_of_a_newer_program_is_refused(made: Made) -> None:
    content = _content(made)
    content["format"] = keys.FORMAT + 1
    _rewrite(made, content)
    with pytest.raises(KeysTooNewError) as refused:
        keys.unlock_with_passphrase(made.folder, PASSPHRASE)
    assert refused.value.details == {"found": 2, "known": 1}


def test_a_folder_that_is_not_there_is_a_missing_store(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        keys.unlock_with_passphrase(tmp_path / "nowhere", PASSPHRASE)


def test_keys_are_never_written_over_a_store(made: Made) -> None:
    (made.folder / "cases.db").write_bytes(b"something")
    before = (made.folder / KEYS).read_bytes()
    with pytest.raises(StoreExistsError):
        keys.create_keys(made.folder, passphrase=PASSPHRASE, cost=keys.FLOOR)
    assert (made.folder / KEYS).read_bytes() == before


def test_a_creation_that_was_cut_short_can_be_begun_again(made: Made) -> None:
    new = keys.create_keys(made.folder, passphrase=OTHER_WORDS, cost=keys.FLOOR)
    assert keys.unlock_with_passphrase(made.folder, OTHER_WORDS).data_key == new.data_key


def test_a_key_of_another_store_cannot_change_this_one(made: Made) -> None:
    refused: list[WorkbenchError] = []
    before = (made.folder / KEYS).read_bytes()
    for change in (
        lambda: keys.add_passphrase(made.folder, bytes(32), officer_id=2, passphrase=PASSPHRASE + "2", cost=keys.FLOOR),
        lambda: keys.new_recovery_code(made.folder, bytes(32), officer_id=2),
    ):
        with pytest.raises(KeysDamagedError) as error:
            change()
        refused.append(error.value)
    assert [one.details["damage"] for one in refused] == ["keys_foreign"] * 2
    assert (made.folder / KEYS).read_bytes() == before
