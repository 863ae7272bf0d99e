"""Which names of attachments somebody has chosen, and which a device or program has."""

import pytest

from bot.wording.file_names import chosen_name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("macron-fighters-gaziantep.pdf", "macron fighters gaziantep"),
        ("SPOILER_Lavrov.png", "Lavrov"),
        ("MacronInGaziantep 2020.jpg", "Macron In Gaziantep 2020"),
        ("screenshot macron.png", "screenshot macron"),
        ("第二支车队.png", "第二支车队"),
        ("заява Макрона.pdf", "заява Макрона"),
    ],
)
def test_a_chosen_name_is_read(name: str, words: str) -> None:
    assert chosen_name(name) == words


@pytest.mark.parametrize(
    "name",
    [
        *("IMG_2041.jpg", "image0.png", "IMG-20240101-WA0001.jpg", "DSC00042.JPG", "GOPR0001.MP4"),
        *("PXL_20240101_123456.MP.jpg", "20240101_123456.mp4", "VID_20240101.mp4", "RDT_2024.jpg"),
        *("Screenshot 2024-01-01 at 10.20.30.png", "Screenshot_20240101-123456_Chrome.jpg"),
        *("Bildschirmfoto vom 2024-01-01.png", "Capture d’écran 2024.png", "Знімок екрана 1.png"),
        *("Captura de pantalla 2024-01-01.png", "FullSizeRender.heic", "trim.0A1B2C3D.MOV"),
        *("6f1ed002ab5595859014ebf0951522d9.webp", "0f8fad5b-d9cb-469f-a165-70867728950e.jpg"),
        *("telegram-cloud-photo-size-4-5.jpg", "signal-2024-01-01-101010.jpg", "ezgif-3-ab.gif"),
        *(
            "voice-message.ogg",
            "audio.mp3",
            "unnamed.png",
            "attachment.jpg",
            "New Text Document.txt",
        ),
        *(
            "document.pdf",
            "Scan0001.pdf",
            "message.txt",
            "clip.mp4",
            "tenor.gif",
            "GxYz12aXkA3_d.jpg",
        ),
    ],
)
def test_a_name_that_a_device_gave_says_nothing(name: str) -> None:
    assert chosen_name(name) == ""
