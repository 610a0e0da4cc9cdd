"""Logo and signature: taken in once and made plain, kept in the store, put where they belong."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from tests.makers import Desktop
from workbench.domain.commands import SaveSettings, SetOfficeImage
from workbench.domain.errors import InvalidInputError
from workbench.domain.letters import PageForm
from workbench.domain.parties import Officer
from workbench.services.images import LOGO, image, set_image, signature_name, stationery
from workbench.services.settings import save_settings
from workbench.services.verify import verify_office

OTHER = Officer(id=99, name="Somebody Else")


def picture(size: tuple[int, int] = (80, 40), mode: str = "RGBA", kind: str = "PNG", **saved: object) -> bytes:
    """Return a picture: clear at the left, red at the right."""
    made = Image.new("RGBA", size, (0, 0, 0, 0))
    made.paste((200, 0, 0, 255), (size[0] // 2, 0, *size))
    target = BytesIO()
    made.convert(mode).save(target, kind, **saved)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_logo_is_kept_plain_and_clear_parts_become_white(desktop: Desktop) -> None:
    remarks = PngImagePlugin.PngInfo()
    remarks.add_text("Author", "Hannah Beispiel")
    desktop.do(set_image, SetOfficeImage(name=LOGO, data=picture(pnginfo=remarks)))
    kept = desktop.see(stationery).logo

    assert b"Hannah" not in kept
    assert (opened(kept).mode, opened(kept).size, opened(kept).info) == ("RGB", (80, 40), {})
    assert opened(kept).getpixel((2, 2)) == (255, 255, 255)
    assert opened(kept).getpixel((70, 20)) == (200, 0, 0)


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "LA", "I;16"])
def test_every_kind_of_png_becomes_rgb(desktop: Desktop, mode: str) -> None:
    source = Image.new(mode, (30, 20))
    target = BytesIO()
    source.save(target, "PNG")
    desktop.do(set_image, SetOfficeImage(name=LOGO, data=target.getvalue()))
    assert opened(desktop.see(stationery).logo).mode == "RGB"


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_every_kind_of_jpeg_becomes_rgb(desktop: Desktop, mode: str) -> None:
    desktop.do(set_image, SetOfficeImage(name=LOGO, data=picture(mode=mode, kind="JPEG")))
    assert opened(desktop.see(stationery).logo).mode == "RGB"


def test_a_photograph_is_turned_as_the_camera_says_and_loses_its_exif(desktop: Desktop) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of Hannah"
    desktop.do(set_image, SetOfficeImage(name=LOGO, data=picture(mode="RGB", kind="JPEG", exif=exif)))
    kept = desktop.see(stationery).logo
    assert opened(kept).size == (40, 80)
    assert b"Camera" not in kept


def test_a_picture_finer_than_print_shows_is_made_smaller(desktop: Desktop) -> None:
    desktop.do(set_image, SetOfficeImage(name=LOGO, data=picture((2000, 1000))))
    assert opened(desktop.see(stationery).logo).size == (800, 400)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"GIF89a" + bytes(40), "picture_unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_unknown"),
        (picture()[:60], "picture_unknown"),
        (picture(kind="JPEG", mode="RGB")[:200], "picture_unknown"),
        (picture(kind="TIFF"), "picture_unknown"),
        (picture((2001, 10)), "picture_too_large"),
        (picture((10, 2001)), "picture_too_large"),
        (bytes(1024 * 1024 + 1), "picture_too_large"),
        (
            picture().replace((80).to_bytes(4, "big") + (40).to_bytes(4, "big"), (60000).to_bytes(4, "big") * 2, 1),
            "picture_unknown",
        ),
    ],
    ids=["gif", "svg", "half a png", "half a jpeg", "tiff", "too wide", "too high", "too many bytes", "a spoilt head"],
)
def test_what_is_no_fit_picture_is_refused_and_nothing_is_kept(desktop: Desktop, data: bytes, problem: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        desktop.do(set_image, SetOfficeImage(name=LOGO, data=data))
    assert refused.value.details["problem"] == problem
    assert desktop.see(stationery).logo == b""


def test_an_enormous_picture_is_refused_before_it_is_unpacked(desktop: Desktop) -> None:
    target = BytesIO()
    Image.new("1", (15_000, 15_000)).save(target, "PNG")
    with pytest.raises(InvalidInputError) as refused:
        desktop.do(set_image, SetOfficeImage(name=LOGO, data=target.getvalue()))
    assert refused.value.details["problem"] == "picture_too_large"


def test_an_officer_sets_their_own_signature_and_nobody_elses(desktop: Desktop) -> None:
    me = desktop.office.officer
    desktop.do(set_image, SetOfficeImage(name=signature_name(me), data=picture()))
    assert desktop.see(stationery).signature
    for name in (signature_name(OTHER), "stamp"):
        with pytest.raises(InvalidInputError):
            desktop.do(set_image, SetOfficeImage(name=name, data=picture()))


def test_a_signature_never_stands_over_another_name(desktop: Desktop) -> None:
    me = desktop.office.officer
    desktop.do(set_image, SetOfficeImage(name=signature_name(me), data=picture()))
    assert desktop.see(stationery, signatory=me.name).signature
    assert desktop.see(stationery, signatory="Rina Pratama").signature == b""
    desktop.do(save_settings, SaveSettings(values=(("signatory", "Rina Pratama"),)))
    assert desktop.see(stationery).signature == b""


def test_a_picture_can_be_taken_away_and_the_store_stays_sound(desktop: Desktop) -> None:
    desktop.do(set_image, SetOfficeImage(name=LOGO, data=picture()))
    desktop.do(set_image, SetOfficeImage(name=LOGO, data=picture((90, 90))))
    desktop.do(set_image, SetOfficeImage(name=LOGO))
    assert desktop.see(image, LOGO) == b""
    assert verify_office(desktop.office) == ()


def test_the_stationery_follows_the_settings(desktop: Desktop) -> None:
    assert desktop.see(stationery).form is PageForm.DIN_5008_B
    assert desktop.see(stationery).footer == ()
    values = (("page_form", "us"), ("footer", "Onee Pte\n\nRegister 123"))
    desktop.do(save_settings, SaveSettings(values=values))
    assert desktop.see(stationery).form is PageForm.US
    assert desktop.see(stationery).footer == ("", "Onee Pte", "", "Register 123")
