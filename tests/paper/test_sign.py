"""Signed copies: checked by a validator against the office's own root, refused in words, and the issued bytes stay at their head."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from tests.paper.reading import plain_letter
from tests.paper.test_archive import FOLDER, HAS_PREFLIGHT, JARS
from workbench.paper import sign
from workbench.paper.layout import render
from workbench.paper.sign import SigningMissingError, SigningRefusedError, check, signed

NOW = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)
PASSPHRASE = "four quiet herons"  # noqa: S105  of a key made in this test


@dataclass(frozen=True)
class Key:
    """A key with its certificate, as a PKCS#12 file holds them."""

    p12: bytes
    certificate: x509.Certificate


def make_key(
    name: str = "Onee Privacy Office",
    *,
    kind: str = "rsa",
    usage: str = "sign",
    valid_days: int = 365,
    issuer: tuple[x509.Certificate, rsa.RSAPrivateKey] | None = None,
) -> Key:
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
    match kind:
        case "rsa":
            key = rsa.generate_private_key(65537, 2048)
        case "ec":
            key = ec.generate_private_key(ec.SECP256R1())
        case _:
            key = ed25519.Ed25519PrivateKey.generate()
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    flags = dict.fromkeys(("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer[0].subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=400))
        .not_valid_after(NOW + timedelta(days=valid_days))
        .add_extension(x509.BasicConstraints(ca=usage == "root", path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=usage == "sign",
                content_commitment=usage == "commit",
                key_cert_sign=usage == "root",
                crl_sign=usage in {"root", "crl"},
                **flags,
            ),
            critical=True,
        )
    )
    by = issuer[1] if issuer else key
    certificate = made.sign(by, None if isinstance(by, ed25519.Ed25519PrivateKey) else hashes.SHA256())
    above = [issuer[0]] if issuer else None
    file = pkcs12.serialize_key_and_certificates(b"key", key, certificate, above, BestAvailableEncryption(PASSPHRASE.encode()))
    return Key(file, certificate)


def preflight(file: Path) -> str:
    jars = ":".join(str(FOLDER / f"{jar}.jar") for jar in JARS)
    checker = ["java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", str(file)]
    return subprocess.run(checker, capture_output=True, text=True, check=False).stdout


@pytest.fixture(scope="module")
def key() -> Key:
    return make_key()


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(plain_letter()).data


@pytest.mark.parametrize(
    ("kind", "usage"), [("rsa", "sign"), ("ec", "sign"), ("rsa", "commit")], ids=["RSA", "EC", "commitment"]
)
def test_a_signature_holds_against_its_own_root_and_the_issued_bytes_stay(pdf: bytes, kind: str, usage: str) -> None:
    own = make_key(kind=kind, usage=usage)
    made = signed(pdf, own.p12, PASSPHRASE, at=NOW, reason="L-2026-0001", place="Jakarta")
    assert made.data.startswith(pdf)
    assert made.signer == "Onee Privacy Office"
    assert made.certificate_sha256 == own.certificate.fingerprint(hashes.SHA256()).hex()
    state = check(made.data, (own.certificate,), at=NOW)
    assert state.good
    assert b"/ETSI.CAdES.detached" in made.data


def test_a_certificate_below_the_root_of_the_office_is_trusted_through_it(pdf: bytes) -> None:
    root_key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Onee Root")])
    root = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(root_key.public_key())
        .serial_number(7)
        .not_valid_before(NOW - timedelta(days=9))
        .not_valid_after(NOW + timedelta(days=900))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    below = make_key("Rina Pratama", issuer=(root, root_key))
    made = signed(pdf, below.p12, PASSPHRASE, at=NOW)
    assert check(made.data, (root,), at=NOW).good


def test_another_root_is_not_trusted_and_one_changed_byte_breaks_it(pdf: bytes, key: Key) -> None:
    made = signed(pdf, key.p12, PASSPHRASE, at=NOW)
    assert not check(made.data, (make_key("Somebody else").certificate,), at=NOW).trusted
    place = made.data.index(b"stream\n", 600) + 40
    changed = made.data[:place] + bytes([made.data[place] ^ 1]) + made.data[place + 1 :]
    assert not check(changed, (key.certificate,), at=NOW).intact
    assert not check(made.data + b"\n", (key.certificate,), at=NOW).whole


@pytest.mark.parametrize(
    ("file", "passphrase", "problem"),
    [
        (b"", PASSPHRASE, "not_a_key"),
        (b"%PDF-1.4", PASSPHRASE, "not_a_key"),
        (None, "five loud herons", "wrong_passphrase"),
        (make_key(usage="crl").p12, PASSPHRASE, "not_allowed"),
        (make_key(valid_days=-1).p12, PASSPHRASE, "not_valid_now"),
        (make_key(kind="ed25519").p12, PASSPHRASE, "unsupported"),
    ],
    ids=["an empty file", "no key file", "a wrong passphrase", "not for signing", "run out", "an unknown kind"],
)
def test_what_cannot_sign_is_refused_by_name(pdf: bytes, key: Key, file: bytes | None, passphrase: str, problem: str) -> None:
    with pytest.raises(SigningRefusedError) as refused:
        signed(pdf, key.p12 if file is None else file, passphrase, at=NOW)
    assert refused.value.details == {"problem": problem}


def test_a_file_without_a_private_key_is_refused(pdf: bytes, key: Key) -> None:
    only = pkcs12.serialize_key_and_certificates(
        None, None, None, [key.certificate], BestAvailableEncryption(PASSPHRASE.encode())
    )
    with pytest.raises(SigningRefusedError) as refused:
        signed(pdf, only, PASSPHRASE, at=NOW)
    assert refused.value.details == {"problem": "no_key"}


def test_without_the_addition_signing_says_so(pdf: bytes, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign, "find_spec", lambda _name: None)
    with pytest.raises(SigningMissingError):
        signed(pdf, key.p12, PASSPHRASE, at=NOW)
    assert not sign.can_sign()


def test_other_programs_call_the_copy_signed_and_archival(pdf: bytes, key: Key, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed(pdf, key.p12, PASSPHRASE, at=NOW).data)
    told = subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    if HAS_PREFLIGHT:
        assert "is a valid PDF/A-1b file" in preflight(file)
