"""The archival form of a letter: PDF/A-1b, made from what the layout drew, the same bytes for the same letter.

Dates are days; the file carries midnight UTC of the day of the letter, so that making it again changes nothing.
Source: ISO 19005-1 clauses 6.2.2 (output intent), 6.7.2 (metadata), 6.7.3 (document information), 6.1.7 (stream objects).
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from workbench.paper import colour
from workbench.paper.structure import Element, build

PRODUCER = "Onee Workbench"
"""What the files say they were made with."""

_NO_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """What an archival file says about itself; the same in its information and in its metadata."""

    title: str
    author: str
    subject: str
    language: str
    dated: date | None


def archived(data: bytes, facts: Facts, structure: Element | None = None) -> bytes:
    """Return a PDF as PDF/A-1b, with its structure where it was drawn with one.

    Args:
        data: a PDF whose fonts are embedded, without anything that acts, as `layout.render` draws it.
        facts: what the file says about itself.
        structure: the root of the elements whose marks are in it.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        day = facts.dated or _NO_DAY
        stamp = String(f"D:{day:%Y%m%d}000000Z")
        pdf.trailer.Info = pdf.make_indirect(
            Dictionary(
                Title=String(facts.title),
                Author=String(facts.author),
                Subject=String(facts.subject),
                Creator=String(PRODUCER),
                Producer=String(PRODUCER),
                CreationDate=stamp,
                ModDate=stamp,
            )
        )
        metadata = Stream(pdf, _xmp(facts, day).encode())
        metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
        profile = Stream(pdf, colour.srgb())
        profile.N = 3
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String(colour.NAME),
            Info=String(colour.NAME),
            DestOutputProfile=pdf.make_indirect(profile),
        )
        pdf.Root.Metadata = pdf.make_indirect(metadata)
        pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
        pdf.Root.Lang = String(facts.language)
        if structure is not None:
            build(pdf, structure)
        target = BytesIO()
        pdf.save(
            target,
            deterministic_id=True,
            force_version="1.4",
            object_stream_mode=ObjectStreamMode.disable,
            fix_metadata_version=False,
            compress_streams=False,
        )
    return target.getvalue()


def _xmp(facts: Facts, day: date) -> str:
    stamp = f"{day.isoformat()}T00:00:00Z"
    title, author, subject = (escape(text) for text in (facts.title, facts.author, facts.subject))
    language = escape(facts.language, {'"': "&quot;"})
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
   <xmp:CreateDate>{stamp}</xmp:CreateDate>
   <xmp:ModifyDate>{stamp}</xmp:ModifyDate>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdf:Producer>{PRODUCER}</pdf:Producer>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>1</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
