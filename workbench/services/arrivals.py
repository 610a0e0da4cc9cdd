"""Arrivals: a file that reached the office, read as a mail, with what it seems to ask; an officer confirms all of it.

Nothing is written here. The reading happens in a worker process; the suggestions are plain words found in the mail.
"""

from dataclasses import dataclass

from workbench.domain.cases import LawPlace
from workbench.domain.rights import Right
from workbench.formats.mail import IncomingMail, MailAttachment, read_mail
from workbench.formats.mail_rights import suggest_law, suggest_rights
from workbench.formats.problems import ImportProblemError

__all__ = ["Arrival", "ImportProblemError", "IncomingMail", "MailAttachment", "read_arrival"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail with suggestions.

    `rights` and `laws` each come with the words they rest on; `phrases` are those found in the text itself, to be marked
    there. A law may come without a place (`place` empty), which has to be asked.
    """

    mail: IncomingMail
    rights: tuple[tuple[Right, str], ...]
    laws: tuple[tuple[LawPlace, str], ...]
    phrases: tuple[str, ...]


def read_arrival(data: bytes, *, own_hosts: tuple[str, ...] = ()) -> Arrival:
    """Return a file as a mail with what it seems to ask.

    Args:
        data: the file as it came.
        own_hosts: the office's own mail hosts, whose headers tell when a mail arrived.

    Raises:
        ImportProblemError: the file cannot be read as a mail; its detail `reason` is a word key.
    """
    mail = read_mail(data, own_hosts=own_hosts)
    words = f"{mail.subject}\n{mail.text}"
    return Arrival(
        mail=mail,
        rights=suggest_rights(words),
        laws=suggest_law(words, email=mail.from_email),
        phrases=tuple(phrase for _, phrase in suggest_rights(mail.text)),
    )
