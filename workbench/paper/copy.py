"""The file copy: an internal sheet in front of the pages of an issued letter, in one file for the office alone."""

from io import BytesIO

from pikepdf import Name, Pdf

from workbench.paper.archive import Facts, archived


def with_cover(cover: bytes, letter: bytes, facts: Facts) -> bytes:
    """Return the pages of a cover and then those of a letter, as an archival PDF; the structure is the letter's.

    Args:
        cover: the PDF of the internal sheet.
        letter: the PDF of the letter as it was issued; its pages are taken as they are.
        facts: what the file says about itself.
    """
    with Pdf.open(BytesIO(letter)) as made, Pdf.open(BytesIO(cover)) as sheet:
        count = len(sheet.pages)
        for at, page in enumerate(sheet.pages):
            made.pages.insert(at, page)
        for page in made.pages[:count]:
            # The marks of the cover belong to a structure that stays behind, and its numbers are those of the letter's pages.
            for key in (Name.StructParents, Name.Tabs):
                if key in page.obj:
                    del page.obj[key]
        target = BytesIO()
        made.save(target, deterministic_id=True)
    return archived(target.getvalue(), facts)
