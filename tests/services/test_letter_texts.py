"""What letters say: every kind, in every language, for every right, outcome and set of laws."""

import re
import string
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.paper.reading import acting_parts, unembedded, words_of
from tests.services.letter_cases import (
    EU_DE,
    GB_ENG,
    ID_ID,
    OFFICE,
    RECEIVED,
    SCHEDULE,
    SUBJECT,
    case_of,
    clocks_for,
    clocks_of,
    composed,
    decision,
    event,
    extended,
    fitting,
    ground_of,
    partly_access,
    vexatious,
    with_subject,
)
from workbench.domain.cases import Case, Channel, EventKind, LawPlace
from workbench.domain.decisions import Outcome, ScheduleLine, Treatment
from workbench.domain.letters import TO_OTHERS, DispatchChannel, LetterFields, LetterKind, LetterState
from workbench.domain.parties import DataSubject, Requester
from workbench.domain.phases import ANSWERS
from workbench.domain.rights import Right
from workbench.domain.rulebooks import pick
from workbench.domain.templates import CONTENT_CODES, INSERTS, VOCABULARY, Scope, walk
from workbench.paper.layout import render
from workbench.services.laws import load_rulebooks
from workbench.services.letter_texts import LETTER_LANGUAGES, Composed, languages_of, load_parts, load_template
from workbench.services.letter_words import letter_words
from workbench.services.resources import RESOURCES
from workbench.services.wording import LANGUAGES

WRITTEN = [(kind, language) for kind in LetterKind for language in languages_of(kind)]
TO_PERSONS = [(kind, language) for kind, language in WRITTEN if kind not in TO_OTHERS]
ON_THE_WAY = [
    (kind, language)
    for kind, language in WRITTEN
    if kind in {LetterKind.ACKNOWLEDGEMENT, LetterKind.IDENTITY, LetterKind.CLARIFICATION}
]
FURTHER = LETTER_LANGUAGES[len(LANGUAGES) :]
LAWS = {
    "EU": (EU_DE,),
    "GB": (GB_ENG,),
    "ID": (ID_ID,),
    "EU and ID": (EU_DE, ID_ID),
    "all three": (EU_DE, GB_ENG, ID_ID),
}
HANGING = ("  ", " ,", " .", "()", "( ", "{", "}", ": .", "..", ",,")


def printed(letter: Composed) -> str:
    """Return the words of a letter on paper, and see that the file is sound."""
    data = render(letter.letter).data
    assert unembedded(data) == []
    assert acting_parts(data) == []
    return words_of(data)


def said(letter: Composed) -> str:
    """Return the words of a letter's paragraphs, with plain blanks."""
    parts = [cell for part in letter.letter.paragraphs for cell in (part.text, *(cell for row in part.rows for cell in row))]
    return "\n".join(parts).replace("\N{NO-BREAK SPACE}", " ")


def missing(letter: Composed) -> list[str]:
    """Return the codes of what a letter must contain and does not."""
    return [one.code for one in letter.required if not one.present]


def spoken(table: str, key: str, texts: tuple[tuple[str, str], ...], language: str) -> str:
    """Return a law's own words, or those of a language of letters that the law has none in, with plain blanks."""
    words = letter_words(language)
    if language not in LANGUAGES and words.has(table, key):
        return words.word(table, key).replace("\N{NO-BREAK SPACE}", " ")
    return dict(texts).get(language) or pick(texts, language)


def case_with(right: Right, outcome: Outcome, laws: tuple[LawPlace, ...]) -> Case:
    """Return a case with one decision, and grounds under each law that has one."""
    grounds = tuple(ground for law in laws if (ground := ground_of(law.law, right)))
    refusing = outcome in {Outcome.PARTLY, Outcome.REFUSED}
    one = decision(
        right,
        outcome,
        grounds=grounds if refusing else (),
        reason="The reason in our own words." if refusing else "",
        schedule=SCHEDULE if outcome is Outcome.PARTLY else (),
    )
    return case_of(right, laws=laws, decisions=(one,))


def test_every_kind_is_written_in_the_languages_of_the_workbench() -> None:
    assert LETTER_LANGUAGES[: len(LANGUAGES)] == LANGUAGES
    for kind in LetterKind:
        assert languages_of(kind)[: len(LANGUAGES)] == LANGUAGES, kind


@pytest.mark.parametrize(("kind", "language"), WRITTEN)
def test_a_template_says_as_much_as_the_english_one(kind: LetterKind, language: str) -> None:
    template = load_template(kind, language)
    assert (template.kind, template.language) == (kind, language)
    assert template.provides == load_template(kind, "en").provides


def test_every_name_of_the_vocabulary_is_used_by_a_template_of_each_language() -> None:
    foreign = {"ground_foreign"}  # only where a law has no words in the letter's language
    for language in LANGUAGES:
        texts = "\n".join(path.read_text(encoding="utf-8") for path in (RESOURCES / "letters").glob(f"*.{language}.toml"))
        for name in placeholders(VOCABULARY):
            assert f"{{{name}}}" in texts, name
        for name in flags(VOCABULARY) - foreign - set(INSERTS):
            assert f'"{name}"' in texts, name


def test_every_part_is_used_and_is_there_in_each_language() -> None:
    for language in LETTER_LANGUAGES:
        used = {
            block.part
            for kind, written in WRITTEN
            if written == language
            for block in walk(load_template(kind, language).blocks)
        }
        assert used - {""} == set(load_parts(language).parts)
        assert set(load_parts(language).parts) <= set(load_parts("en").parts)


def placeholders(scope: Scope) -> set[str]:
    """Return the placeholders of a scope and of its groups."""
    return set(scope.placeholders).union(*(placeholders(inner) for inner in scope.groups.values()))


def flags(scope: Scope) -> set[str]:
    """Return the flags of a scope and of its groups."""
    return set(scope.flags).union(*(flags(inner) for inner in scope.groups.values()))


@pytest.mark.parametrize("laws", LAWS.values(), ids=LAWS.keys())
@pytest.mark.parametrize(("kind", "language"), ON_THE_WAY)
def test_a_letter_on_the_way_says_what_the_law_wants(kind: LetterKind, laws: tuple[LawPlace, ...], language: str) -> None:
    case = case_of(Right.ACCESS, Right.ERASURE, laws=laws)
    letter = composed(case, kind, language, fields=LetterFields(addressee=(), free_text="Which account do you mean?"))
    assert missing(letter) == []
    words = printed(letter)
    assert "DSR-2026-0038" in words
    assert "Which account do you mean?" in words
    for law in laws:
        assert spoken("law_name", law.law, load_rulebooks()[law.law].names, language) in words
    assert not [one for one in HANGING if one in said(letter)]


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
@pytest.mark.parametrize("laws", LAWS.values(), ids=LAWS.keys())
@pytest.mark.parametrize("outcome", [Outcome.GRANTED, Outcome.PARTLY, Outcome.NOTHING_HELD, Outcome.REFUSED])
@pytest.mark.parametrize("right", list(Right))
def test_every_decision_can_be_told(right: Right, outcome: Outcome, laws: tuple[LawPlace, ...], language: str) -> None:
    case = case_with(right, outcome, laws)
    kind = LetterKind.REFUSAL if outcome is Outcome.REFUSED else LetterKind.ANSWER
    letter = composed(case, kind, language)
    words = said(letter)
    told = case.decisions[0]
    books = load_rulebooks()
    grounds = [ground for law in laws for one in told.grounds if (ground := books[law.law].ground(one))]
    for ground in grounds:
        assert spoken("ground_policy", ground.policy, ground.titles, language) in words
        assert spoken("ground_text", ground.id, ground.letter_texts, language) in words
    assert told.reason in words
    for law in laws:
        for remedy in books[law.law].remedies:
            general = spoken("remedy", remedy.kind, remedy.texts, language)
            sentence = spoken("remedy", f"{law.law}.{remedy.kind}", (*remedy.texts, (language, general)), language)
            assert sentence.split("{")[0].strip() in words
    assert "inner note" not in words
    assert not [one for one in HANGING if one in words], words
    assert set(missing(letter)) <= {"ground"}
    standing = {law for law in laws if any(right in ground.rights and ground.usable for ground in books[law.law].grounds)}
    if outcome in {Outcome.PARTLY, Outcome.REFUSED} and len(standing) == len(laws) == len(grounds):
        assert missing(letter) == []


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_a_refusal_names_reference_ground_reason_remedies_and_authority(language: str) -> None:
    letter = composed(vexatious(), LetterKind.REFUSAL, language)
    words = printed(letter)
    expected = {
        "en": (
            "Our reference: DSR-2026-0038",
            "Manifestly unfounded or excessive request",
            "Article 12(5)(b) of Regulation (EU) 2016/679",
            "Article 12(5)(b) of the UK GDPR",
            "You have the right to lodge a complaint with a supervisory authority (Article 77 GDPR)",
            "Article 79 GDPR",
            "section 164A of the Data Protection Act 2018",
            "section 167 of the Data Protection Act 2018",
            "Dear Ms Hannah Beispiel,",
            "Yours sincerely,",
            "Page 1 of 2",
        ),
        "id": (
            "Nomor kami: DSR-2026-0038",
            "Permohonan yang jelas tidak berdasar atau berlebihan",
            "Pasal 12 ayat (5) huruf b Peraturan (UE) 2016/679",
            "Pasal 12 ayat (5) huruf b UK GDPR",
            "Anda berhak mengajukan pengaduan kepada otoritas pengawas (Pasal 77 GDPR)",
            "Pasal 79 GDPR",
            "Pasal 164A Data Protection Act 2018",
            "Pasal 167 Data Protection Act 2018",
            "Dengan hormat,",
            "Hormat kami,",
            "Halaman 1 dari 2",
        ),
        "de": (
            "Unser Zeichen: DSR-2026-0038",
            "Offenkundig unbegründeter oder exzessiver Antrag",
            "Artikel 12 Absatz 5 Buchstabe b der Verordnung (EU) 2016/679",
            "Article 12(5)(b) of the UK GDPR",
            "bei einer Aufsichtsbehörde Beschwerde einzulegen (Artikel 77 DSGVO)",
            "Artikel 79 DSGVO",
            "Section 164A des Data Protection Act 2018",
            "Section 167 des Data Protection Act 2018",
            "Guten Tag Ms Hannah Beispiel,",
            "Mit freundlichen Grüßen",
            "Seite 1 von 2",
        ),
        "nl": (
            "Ons kenmerk: DSR-2026-0038",
            "Kennelijk ongegrond of buitensporig verzoek",
            "artikel 12, lid 5, onder b), van Verordening (EU) 2016/679",
            "Article 12(5)(b) of the UK GDPR",
            "een klacht in te dienen bij een toezichthoudende autoriteit (artikel 77 AVG)",
            "artikel 79 AVG",
            "section 164A van de Data Protection Act 2018",
            "section 167 van de Data Protection Act 2018",
            "Geachte Ms Hannah Beispiel,",
            "Hoogachtend,",
            "Pagina 1 van 2",
        ),
        "fr": (
            "Notre référence : DSR-2026-0038",
            "Demande manifestement infondée ou excessive",
            "article 12, paragraphe 5, point b), du règlement (UE) 2016/679",
            "Article 12(5)(b) of the UK GDPR",
            "une autorité de contrôle (article 77 du RGPD)",
            "article 79 du RGPD",
            "section 164A du Data Protection Act 2018",
            "section 167 du Data Protection Act 2018",
            "Ms Hannah Beispiel,",
            "expression de nos salutations distinguées.",
            "Page 1 sur 2",
        ),
        "es": (
            "Nuestra referencia: DSR-2026-0038",
            "Solicitud manifiestamente infundada o excesiva",
            "artículo 12, apartado 5, letra b), del Reglamento (UE) 2016/679",
            "Article 12(5)(b) of the UK GDPR",
            "una reclamación ante una autoridad de control (artículo 77 del RGPD)",
            "artículo 79 del RGPD",
            "sección 164A de la Data Protection Act 2018",
            "sección 167 de la Data Protection Act 2018",
            "Estimado/a Ms Hannah Beispiel:",
            "Atentamente,",
            "Página 1 de 2",
        ),
        "pt": (
            "Nossa referência: DSR-2026-0038",
            "Pedido manifestamente infundado ou excessivo",
            "artigo 12.º, n.º 5, alínea b), do Regulamento (UE) 2016/679",
            "Article 12(5)(b) of the UK GDPR",
            "reclamação a uma autoridade de controlo (artigo 77.º do RGPD)",
            "artigo 79.º do RGPD",
            "section 164A do Data Protection Act 2018",
            "section 167 do Data Protection Act 2018",
            "Exmo.(a) Senhor(a) Ms Hannah Beispiel,",
            "Com os melhores cumprimentos,",
            "Página 1 de 2",
        ),
    }[language]
    for sentence in (
        *expected,
        "This is the fourth request for access since August",
        "Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen",
        "Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF",
        "Rina Pratama",
        "L-2026-0117",
    ):
        assert sentence in words, sentence
    assert missing(letter) == []
    assert {"ground", "reason", "complaint", "court", "controller", "authority", "authority_address"} <= {
        one.code for one in letter.required
    }


def test_an_address_that_was_not_verified_is_not_printed() -> None:
    letter = composed(vexatious(), LetterKind.REFUSAL)
    listed = next(one for one in load_rulebooks()["EU"].authorities if one.place == "DE-NW").listed_address
    assert listed
    assert not any(line in said(letter) for line in listed)


@pytest.mark.parametrize(
    ("decided", "code"),
    [
        (decision(Right.ACCESS, Outcome.REFUSED, grounds=("EU.frivolous", "GB.frivolous")), "reason"),
        (decision(Right.ACCESS, Outcome.REFUSED, grounds=("EU.frivolous",), reason="Because."), "ground"),
        (decision(Right.ACCESS, Outcome.REFUSED, reason="Because."), "ground"),
        (decision(Right.ACCESS, Outcome.REFUSED, grounds=("EU.frivolous", "GB.frivolous"), reason=" \n "), "reason"),
    ],
    ids=["no reason", "one law without a ground", "no ground", "a blank reason"],
)
def test_a_refusal_that_lacks_something_says_what(decided: object, code: str) -> None:
    case = replace(vexatious(), decisions=(decided,))  # type: ignore[arg-type]  # a decision
    assert set(missing(composed(case, LetterKind.REFUSAL))) == {code}


def test_a_letter_without_a_decision_tells_nothing_and_says_so() -> None:
    assert missing(composed(case_of(Right.ACCESS), LetterKind.ANSWER)) == ["outcome"]
    assert missing(composed(case_of(Right.ACCESS), LetterKind.REFUSAL)) == ["outcome"]


def test_an_answer_tells_only_what_it_may_tell() -> None:
    granted = decision(Right.ACCESS, Outcome.GRANTED, schedule=SCHEDULE[:2])
    refused = decision(Right.ERASURE, Outcome.REFUSED, grounds=("EU.retention",), reason="Tax law wants the invoices.")
    case = case_of(Right.ACCESS, Right.ERASURE, decisions=(granted, refused))
    answer, refusal = said(composed(case, LetterKind.ANSWER)), said(composed(case, LetterKind.REFUSAL))
    assert "14 messages" in answer
    assert "Tax law" not in answer
    assert "Tax law" in refusal
    assert "14 messages" not in refusal


def test_an_access_answer_names_all_that_article_15_wants() -> None:
    letter = composed(partly_access(), LetterKind.ANSWER)
    granted = composed(
        replace(partly_access(), decisions=(decision(Right.ACCESS, Outcome.GRANTED, schedule=SCHEDULE),)), LetterKind.ANSWER
    )
    for one in (letter, granted):
        for start in ("Purposes:", "Categories:", "Recipients:", "Storage:", "Source:", "Your other rights:"):
            assert start in said(one)
    assert {"purposes", "categories", "recipients", "retention", "data_source", "rights_named"} <= {
        one.code for one in granted.required if one.present
    }


def test_the_schedule_stands_in_a_table_with_its_words() -> None:
    table = next(part for part in composed(partly_access(), LetterKind.ANSWER, "id").letter.paragraphs if part.style == "table")
    assert table.rows[0] == ("Jenis data", "Keterangan", "Perlakuan", "Alasan")
    assert table.rows[3] == (
        "Support conversations",
        "3 of 17 conversations",
        "Tidak diungkapkan",
        "They name other customers.",
    )


@pytest.mark.parametrize(("language", "due"), [("en", "28 January 2027"), ("id", "28 Januari 2027")])
def test_an_extension_names_reasons_the_new_date_and_the_remedies(language: str, due: str) -> None:
    case = extended("EU", (EU_DE, ID_ID))
    letter = composed(case, LetterKind.EXTENSION, language, deadlines=clocks_of(case, extended="EU"))
    words = printed(letter)
    assert due in words
    assert "fourteen support conversations" in words
    assert "30 November 2026" in words
    assert {"en": "nothing changes", "id": "tidak ada perubahan"}[language] in words
    assert missing(letter) == []
    assert {"extension_reasons", "new_date", "told_in_time", "complaint", "court"} <= {one.code for one in letter.required}


def test_an_extension_before_it_is_recorded_shows_how_far_the_law_lets_it_go() -> None:
    letter = composed(case_of(Right.ACCESS), LetterKind.EXTENSION)
    assert "28 January 2027" in said(letter)
    assert missing(letter) == ["extension_reasons"]


def test_an_extension_dated_after_the_first_limit_is_not_told_in_time() -> None:
    case = extended()
    letter = composed(case, LetterKind.EXTENSION, deadlines=clocks_of(case, extended="EU"), on=date(2026, 12, 1))
    assert missing(letter) == ["told_in_time"]


def test_a_void_extension_has_no_new_date() -> None:
    assert missing(composed(extended(), LetterKind.EXTENSION)) == ["new_date", "told_in_time"]


@pytest.mark.parametrize(
    ("language", "hours", "month"),
    [
        ("en", "31 October 2026, 16:14 WIB", "by 30 November 2026 at the latest"),
        ("id", "31 Oktober 2026 pukul 16.14 WIB", "paling lambat 30 November 2026"),
    ],
)
def test_an_acknowledgement_words_hours_and_days_as_the_language_does(language: str, hours: str, month: str) -> None:
    words = printed(composed(case_of(Right.ACCESS, Right.ERASURE, laws=(EU_DE, ID_ID)), LetterKind.ACKNOWLEDGEMENT, language))
    assert hours in words
    assert month in words
    assert {"en": "no fixed number of days", "id": "tidak menetapkan jumlah hari tertentu"}[language] in words


def test_a_paused_clock_is_told_without_a_date() -> None:
    case = case_of(Right.ACCESS)
    letter = composed(case, LetterKind.ACKNOWLEDGEMENT, deadlines=clocks_of(case, paused="EU"))
    assert "stands still until we have received what we asked you for" in said(letter)
    assert missing(letter) == []


def test_each_law_says_what_waiting_for_proof_does_to_its_clock() -> None:
    words = said(composed(case_of(Right.ACCESS, laws=(EU_DE, GB_ENG, ID_ID)), LetterKind.IDENTITY))
    assert "(GDPR) of the European Union the period for our answer stands still" in words
    assert "Data Protection Act 2018 the period for our answer begins anew on the day on which your reply reaches us" in words
    assert "(UU PDP) the period keeps running meanwhile and ends on 31 October 2026, 16:14 WIB" in words


def test_a_law_pauses_for_a_question_only_where_it_pauses_for_that_right() -> None:
    access = said(composed(case_of(Right.ACCESS, laws=(GB_ENG,)), LetterKind.CLARIFICATION))
    erasure = said(composed(case_of(Right.ERASURE, laws=(GB_ENG,)), LetterKind.CLARIFICATION))
    assert "stands still" in access
    assert "keeps running" in erasure


def test_the_question_that_was_recorded_is_suggested() -> None:
    asked = event(EventKind.CLARIFICATION_REQUESTED, RECEIVED, text="Which year?", seq=2)
    letter = composed(case_of(Right.ACCESS, events=(asked,)), LetterKind.CLARIFICATION)
    assert letter.fields.free_text == "Which year?"
    assert "Which year?" in said(letter)
    assert missing(composed(case_of(Right.ACCESS), LetterKind.CLARIFICATION)) == ["question"]


def test_proof_of_identity_is_asked_for_in_proportion() -> None:
    words = said(composed(case_of(Right.ACCESS), LetterKind.IDENTITY))
    assert "do not send a copy of an identity document" in words
    own = composed(case_of(Right.ACCESS), LetterKind.IDENTITY, fields=LetterFields((), free_text="Your customer number."))
    assert "Your customer number." in said(own)
    assert "identity document" not in said(own)


@pytest.mark.parametrize(
    ("subject", "language", "salutation", "first"),
    [
        (SUBJECT, "en", "Dear Ms Hannah Beispiel,", "Ms Hannah Beispiel"),
        (SUBJECT, "id", "Dengan hormat,", "Yth. Ms Hannah Beispiel"),
        (DataSubject("Sukarno", salutation="Bapak"), "id", "Dengan hormat,", "Yth. Bapak Sukarno"),
        (DataSubject("Sukarno"), "en", "Dear Sukarno,", "Sukarno"),
        (DataSubject("Hannah Beispiel", salutation="Ms Beispiel"), "en", "Dear Ms Beispiel,", "Hannah Beispiel"),
        (DataSubject("", email="a@b.example"), "en", "Dear Sir or Madam,", "By e-mail: a@b.example"),
    ],
    ids=["with a form of address", "in Indonesian", "one name", "no form of address", "a whole form of address", "no name"],
)
def test_people_are_addressed_by_what_is_known(subject: DataSubject, language: str, salutation: str, first: str) -> None:
    letter = composed(case_of(Right.ACCESS, subject=subject), LetterKind.ACKNOWLEDGEMENT, language)
    assert letter.letter.salutation == salutation
    assert letter.letter.addressee[0] == first


@pytest.mark.parametrize("authority", ["", "power of attorney of 3 May 2026"], ids=["no authority named", "power of attorney"])
@pytest.mark.parametrize(("kind", "language"), TO_PERSONS)
def test_a_representative_is_written_to_and_the_person_is_named(kind: LetterKind, authority: str, language: str) -> None:
    requester = Requester("Max Vertreter", "max@vertreter.example", ("Beispielweg 9", "10115 Berlin"), authority)
    case = replace(partly_access(), requester=requester)
    letter = composed(case, kind, language)
    assert "Max Vertreter" in letter.letter.addressee[0]
    assert "Hannah Beispiel" in said(letter)
    assert authority in said(letter)


def test_what_the_officer_writes_is_used_and_what_is_empty_is_suggested() -> None:
    own = LetterFields(addressee=("Someone else", "Elsewhere"), salutation="Good day,", signatory="A. Lestari")
    letter = composed(case_of(Right.ACCESS), LetterKind.ACKNOWLEDGEMENT, fields=own)
    assert letter.letter.addressee == ("Someone else", "Elsewhere")
    assert letter.letter.salutation == "Good day,"
    assert letter.letter.signatory == ("A. Lestari",)
    suggested = composed(case_of(Right.ACCESS), LetterKind.ACKNOWLEDGEMENT).fields
    assert suggested == composed(case_of(Right.ACCESS), LetterKind.ACKNOWLEDGEMENT, fields=suggested).fields
    assert (suggested.signatory, suggested.signatory_title) == ("Rina Pratama", "Data Protection Officer")
    nobody = composed(
        case_of(Right.ACCESS), LetterKind.ACKNOWLEDGEMENT, office=replace(OFFICE, signatory="", signatory_title="")
    )
    assert nobody.letter.signatory == ("Ayu Contoh", "Privacy Officer")


def test_an_office_that_has_set_nothing_still_writes() -> None:
    bare = replace(OFFICE, letterhead=(), office_address=(), office_city="", office_email="", office_phone="")
    words = printed(composed(partly_access(), LetterKind.ANSWER, office=bare))
    assert "you can reach us" not in words
    assert "26 November 2026" in words


@pytest.mark.parametrize("text", ["{reference}", "{", "<b>x</b>", "{free_text}", "& < >", "%(x)s", "{0}"])
@pytest.mark.parametrize(("kind", "language"), WRITTEN)
def test_what_people_write_is_never_read_as_a_template(kind: LetterKind, language: str, text: str) -> None:
    case = with_subject(fitting(kind), name=f"N{text}", address=(f"A{text}",))
    line = ScheduleLine(f"C{text}", f"D{text}", Treatment.WITHHELD, f"W{text}")
    case = replace(
        case,
        decisions=tuple(replace(one, reason=f"R{text}", schedule=(line,)) for one in case.decisions),
        requester=Requester(f"Q{text}", address=(f"B{text}",), authority=f"P{text}"),
    )
    fields = LetterFields(
        (f"B{text}",) if kind in TO_OTHERS else (),
        free_text=f"F{text}",
        inserts=tuple((name, f"I{name}{text}") for name in INSERTS),
    )
    deadlines = clocks_for(kind, case, back=False)
    letter = composed(case, kind, language, fields=fields, deadlines=deadlines)
    words = printed(letter)
    marks = {"B", "F"} if kind in TO_OTHERS else {"N", "Q", "B", "P", "F"}
    marks |= {f"I{place.name}" for place in letter.places}
    marks -= {"F"} if "{free_text}" not in texts_of(kind, language) else set()
    marks |= {"R", "C", "D", "W"} if kind in ANSWERS - {LetterKind.NOTHING_HELD, LetterKind.NOT_CONTROLLER} else set()
    for mark in marks:
        assert f"{mark}{text}" in words, mark


def texts_of(kind: LetterKind, language: str) -> str:
    """Return every sentence of a template."""
    return "\n".join(block.text for block in walk(load_template(kind, language).blocks))


def test_the_same_case_gives_the_same_bytes() -> None:
    first, second = (render(composed(vexatious(), LetterKind.REFUSAL, "id").letter) for _ in range(2))
    assert first == second


def test_the_sources_of_required_contents_are_the_laws_own() -> None:
    sources = {(one.code, one.source) for one in composed(vexatious(), LetterKind.REFUSAL).required}
    assert ("court", "GDPR Arts 12(4), 79") in sources
    assert ("controller", "UK GDPR Art 12(4); DPA 2018 s.164A") in sources
    assert all(source for code, source in sources if code not in {"reference", "outcome"})


def test_a_right_that_was_told_before_can_be_told_again() -> None:
    told = event(EventKind.COMPLIED, datetime(2026, 11, 20, tzinfo=UTC), seq=3, rights="access")
    case = replace(partly_access(), events=(*partly_access().events, told))
    assert "granted in part" in composed(case, LetterKind.ANSWER).letter.subject


def word_tables(language: str, *areas: str) -> dict[str, dict[str, str]]:
    """Return the words of some areas, else those of letters, in one language."""
    joined: dict[str, dict[str, str]] = {}
    for area in areas or ("letters", "regletters"):
        path = RESOURCES / "translations" / "words" / f"{area}.{language}.toml"
        for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            joined.setdefault(table, {}).update(entries)
    return joined


def test_the_words_of_letters_are_the_same_keys_and_details_in_each_language() -> None:
    english, indonesian = word_tables("en"), word_tables("id")
    assert {table: list(entries) for table, entries in english.items()} == {
        table: list(entries) for table, entries in indonesian.items()
    }
    for table, entries in english.items():
        for key, sentence in entries.items():
            assert details(sentence) == details(indonesian[table][key]), f"{table}.{key}"


def numbers(text: str) -> list[str]:
    """Return the numbers of a text in order, without those that name a law ("2016/679", "2018")."""
    return re.findall(r"\d+[A-Z]?", re.sub(r"20\d\d(/\d+)?", "", text))


@pytest.mark.parametrize("language", FURTHER)
def test_a_further_language_names_every_law(language: str) -> None:
    assert set(table_of(language, "law_name")) == set(load_rulebooks())
    assert set(table_of(language, "law_short")) <= set(load_rulebooks())


@pytest.mark.parametrize("language", FURTHER)
def test_a_citation_in_a_further_language_is_one_of_a_rulebook_and_names_its_articles(language: str) -> None:
    books = load_rulebooks().values()
    cites = {remedy.source.cite for book in books for remedy in book.remedies}
    cites |= {article for book in books for _, article in book.right_articles}
    for cite, sentence in table_of(language, "citation").items():
        assert cite in cites
        assert set(numbers(sentence)) <= set(numbers(cite)), cite


@pytest.mark.parametrize("language", FURTHER)
def test_a_ground_in_a_further_language_names_the_articles_of_the_law(language: str) -> None:
    texts = {ground.id: ground.letter_texts for book in load_rulebooks().values() for ground in book.grounds}
    for key, sentence in table_of(language, "ground_text").items():
        assert set(numbers(sentence)) == set(numbers(pick(texts[key], "en"))), key


@pytest.mark.parametrize("language", FURTHER)
def test_a_remedy_in_a_further_language_promises_what_the_law_does(language: str) -> None:
    texts = {
        f"{book.id}.{remedy.kind}": pick(remedy.texts, "en") for book in load_rulebooks().values() for remedy in book.remedies
    }
    kinds = {key.partition(".")[2] for key in texts}
    sentences = table_of(language, "remedy")
    assert kinds <= set(sentences)
    for key, sentence in sentences.items():
        assert key in kinds or set(numbers(sentence)) <= set(numbers(texts[key])), key
        assert key not in kinds or not numbers(sentence), key


def test_a_ground_that_a_language_has_no_words_for_is_quoted_in_english_and_says_so() -> None:
    letter = composed(vexatious(), LetterKind.REFUSAL, "de").letter
    quoted = [part for part in letter.paragraphs if part.style == "quote"]
    assert [part.language for part in quoted] == ["en"]
    assert quoted[0].text.startswith("Under Article 12(5)(b) of the UK GDPR")
    assert letter.paragraphs[letter.paragraphs.index(quoted[0]) - 1].text.endswith("auf Englisch wieder:")


def test_a_remedy_without_a_citation_has_no_empty_brackets() -> None:
    words = said(composed(case_with(Right.ACCESS, Outcome.REFUSED, (LawPlace("CL", "CL"),)), LetterKind.REFUSAL, "de"))
    assert "Beschwerde einzulegen. Zuständig" in words


def table_of(language: str, name: str) -> dict[str, str]:
    """Return a table of the words of letters in one language."""
    tables = tomllib.loads((RESOURCES / "letters" / f"words.{language}.toml").read_text(encoding="utf-8"))
    return dict(tables[name])


def details(sentence: str) -> set[str]:
    """Return the details that a sentence names."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", LETTER_LANGUAGES)
def test_every_language_of_letters_has_its_words(language: str) -> None:
    words, english = letter_words(language), letter_words("en")
    path = RESOURCES / "letters" / "words.en.toml"
    tables = {name: tuple(entries) for name, entries in tomllib.loads(path.read_text(encoding="utf-8")).items()}
    tables["category"] = tuple(word_tables("en", "composer")["category"])
    tables |= {"right": tuple(Right), "treatment": tuple(Treatment), "by_channel": tuple(Channel)}
    for table, keys in tables.items():
        for key in keys:
            assert words.has(table, key), f"{table}.{key}"
            assert details(words.word(table, key)) == details(english.word(table, key)), f"{table}.{key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_about_letters_has_a_word(language: str) -> None:
    tables = word_tables(language)
    assert set(tables["letter"]) == {kind.value for kind in LetterKind}
    assert set(tables["letter_state"]) == {state.value for state in LetterState}
    assert set(tables["dispatch_channel"]) == {channel.value for channel in DispatchChannel}
    assert set(tables["required"]) == CONTENT_CODES
    assert set(tables["insert"]) == {"addressee", "free_text", *INSERTS}


def test_every_content_that_a_rulebook_demands_can_be_provided_by_its_letter() -> None:
    for book in load_rulebooks().values():
        for rule in book.contents:
            for language in languages_of(LetterKind(rule.letter)):
                provided = load_template(LetterKind(rule.letter), language).provides | {"reference"}
                assert rule.code in provided, (book.id, rule)
