"""A signature that others can check (PAdES baseline B): made offline with a key from a PKCS#12 file, on a copy of an issued letter.

pyHanko is an addition to the program (`onee-workbench[sign]`), imported here alone and only when something is signed. The file and
its passphrase are given at the time and kept nowhere. Nothing is asked of a network: no time stamp, no list of revocations.
"""

from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from workbench.domain.errors import WorkbenchError

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

_FIELD = "Signature"
_SEQUENCE = 0x30


class SigningMissingError(WorkbenchError):
    """The addition to the program that signs is not installed."""

    code = "signing_missing"


class SigningRefusedError(WorkbenchError):
    """The letter cannot be signed with this file; detail `problem` (a word key of `sign_problem`)."""

    code = "signing_refused"


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """A signed copy: its bytes, who signed (the certificate's common name), and the certificate's hex SHA-256."""

    data: bytes
    signer: str
    certificate_sha256: str


@dataclass(frozen=True, slots=True)
class SignatureState:
    """What a signature says when it is checked against known roots.

    `intact` means that not a byte was changed since, `whole` that it covers the whole file, `trusted` that the certificate
    leads to one of the roots.
    """

    signer: str
    intact: bool
    whole: bool
    trusted: bool

    @property
    def good(self) -> bool:
        """Return whether everything about it is right."""
        return self.intact and self.whole and self.trusted


def can_sign() -> bool:
    """Return whether the addition to the program that signs is installed."""
    return find_spec("pyhanko") is not None


def signed(pdf: bytes, p12: bytes, passphrase: str, *, at: datetime, reason: str = "", place: str = "") -> SignedPdf:
    """Return a signed copy of a PDF, proved before it is returned.

    Args:
        pdf: the issued bytes; they stay at the head of the copy as they are.
        p12: a PKCS#12 file with a private key and its certificate.
        passphrase: opens that file.
        at: now, for the validity of the certificate.
        reason: why it is signed, as the signature says.
        place: where.

    Raises:
        SigningMissingError: pyHanko is not installed.
        SigningRefusedError: the file cannot be opened or cannot sign, or the finished signature does not hold.
    """
    if not can_sign():
        raise SigningMissingError
    certificate, chain = _opened(p12, passphrase, at)
    from pyhanko.sign import fields, signers  # noqa: PLC0415  an addition; see above

    signer = signers.SimpleSigner.load_pkcs12_data(p12, other_certs=[], passphrase=passphrase.encode())
    facts = signers.PdfSignatureMetadata(
        field_name=_FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason or None,
        location=place or None,
        signer_key_usage={"digital_signature"} if _only_signs(certificate) else {"non_repudiation"},
    )
    target = BytesIO()
    signers.PdfSigner(facts, signer=signer).sign_pdf(_with_field(pdf), existing_fields_only=True, output=target)
    made = SignedPdf(target.getvalue(), _common_name(certificate), certificate.fingerprint(hashes.SHA256()).hex())
    root = chain[-1] if chain else certificate
    if not made.data.startswith(pdf) or not check(made.data, (root,), at=at).good:
        raise SigningRefusedError(problem="not_proved")
    return made


def check(pdf: bytes, roots: tuple[x509.Certificate, ...], *, at: datetime) -> SignatureState:
    """Return what the signature of a PDF says, checked offline.

    Args:
        pdf: a signed copy.
        roots: the certificates that are trusted.
        at: the instant for which it is checked.

    Raises:
        SigningMissingError: pyHanko is not installed.
        SigningRefusedError: there is no signature in it.
    """
    if not can_sign():
        raise SigningMissingError
    from asn1crypto import x509 as asn1  # noqa: PLC0415  comes with pyHanko
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415  only who checks needs it
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415  an addition; see above
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415  as above
    from pyhanko.sign.validation.settings import KeyUsageConstraints  # noqa: PLC0415  as above
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415  as above

    found = PdfFileReader(BytesIO(pdf)).embedded_signatures
    if not found:
        raise SigningRefusedError(problem="not_proved")
    context = ValidationContext(
        trust_roots=[asn1.Certificate.load(one.public_bytes(Encoding.DER)) for one in roots],
        allow_fetching=False,
        moment=at,
        revocation_mode="soft-fail",
    )
    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    status = validate_pdf_signature(found[-1], signer_validation_context=context, key_usage_settings=usage)
    return SignatureState(
        signer=_common_name(x509.load_der_x509_certificate(status.signing_cert.dump())),
        intact=bool(status.intact and status.valid),
        whole=status.coverage is not None and status.coverage.name == "ENTIRE_FILE",
        trusted=bool(status.trusted),
    )


def _with_field(pdf: bytes) -> "IncrementalPdfFileWriter":
    """Return a writer that adds to a PDF: it has an unseen field for the signature, and what the file says of itself stays.

    pyHanko would write itself down as the producer, and leave the field without an appearance; an archival file may have
    neither (ISO 19005-1 clauses 6.5.3 and 6.7.3).
    """
    from pyhanko.pdf_utils import generic  # noqa: PLC0415  as above
    from pyhanko.pdf_utils.content import RawContent  # noqa: PLC0415  as above
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415  as above
    from pyhanko.pdf_utils.layout import BoxConstraints  # noqa: PLC0415  as above
    from pyhanko.sign import fields  # noqa: PLC0415  as above

    class Unaltered(IncrementalPdfFileWriter):
        def _update_meta(self) -> None:
            """Leave the facts of the file as they are."""

    writer = Unaltered(BytesIO(pdf))
    fields.append_signature_field(writer, fields.SigFieldSpec(sig_field_name=_FIELD))
    field = writer.root["/AcroForm"]["/Fields"][-1]
    nothing = RawContent(b"", box=BoxConstraints(width=1, height=1)).as_form_xobject()
    appearance = generic.DictionaryObject()  # type: ignore[no-untyped-call]  # pyHanko's own has no types
    appearance[generic.pdf_name("/N")] = writer.add_object(nothing)
    field[generic.pdf_name("/AP")] = appearance
    return writer


def _opened(p12: bytes, passphrase: str, at: datetime) -> tuple[x509.Certificate, tuple[x509.Certificate, ...]]:
    """Return the certificate that signs and those above it, after checking that it may sign now."""
    if not p12 or p12[0] != _SEQUENCE:
        raise SigningRefusedError(problem="not_a_key")
    try:
        key, certificate, chain = pkcs12.load_key_and_certificates(p12, passphrase.encode())
    except UnsupportedAlgorithm as error:
        raise SigningRefusedError(problem="unsupported") from error
    except ValueError as error:
        raise SigningRefusedError(problem="wrong_passphrase") from error
    if key is None or certificate is None:
        raise SigningRefusedError(problem="no_key")
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise SigningRefusedError(problem="unsupported")
    if not certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc:
        raise SigningRefusedError(problem="not_valid_now")
    usage = _usage(certificate)
    if usage is not None and not (usage.digital_signature or usage.content_commitment):
        raise SigningRefusedError(problem="not_allowed")
    return certificate, tuple(_in_order(certificate, chain))


def _in_order(certificate: x509.Certificate, chain: list[x509.Certificate]) -> list[x509.Certificate]:
    """Return the certificates above one, each the issuer of the one before."""
    left, above = [*chain], [certificate]
    while True:
        issuer = next((one for one in left if one.subject == above[-1].issuer), None)
        if issuer is None:
            return above[1:]
        left.remove(issuer)
        above.append(issuer)


def _usage(certificate: x509.Certificate) -> x509.KeyUsage | None:
    try:
        return certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return None


def _only_signs(certificate: x509.Certificate) -> bool:
    usage = _usage(certificate)
    return usage is not None and usage.digital_signature and not usage.content_commitment


def _common_name(certificate: x509.Certificate) -> str:
    found = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(found[0].value) if found else certificate.subject.rfc4514_string()
