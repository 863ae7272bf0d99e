"""Which date the line of a sentence shows, and where it comes from."""

import pytest

from corpus.dates import PartialDate
from corpus.model import Span
from corpus.stated import find_dates
from index.answering.dating import when_of
from index.cutting.passage import Passage
from index.findings.timelines import DateFrom, When

PUBLISHED = PartialDate(2022, 9, 20)


def dated(words: str, published: PartialDate | None = PUBLISHED, before: str = "") -> When:
    text = before + words
    stated = find_dates(text, published=published)
    passage = Passage("a.md", "0" * 64, 0, len(text), text, stated_dates=stated)
    return when_of(passage, Span(len(before), len(text)), published)


def shown(when: When) -> tuple[str | None, str | None, str | None]:
    date, end = (str(each) if each else None for each in (when.date, when.end))
    return date, end, when.date_from.value if when.date_from else None


@pytest.mark.parametrize(
    ("words", "date", "end"),
    [
        ("03.05.2021 – The harbour was closed.", "2021-05-03", None),
        ("The council met from 1 to 5 August 2022 in Norrby.", "2022-08-01", "2022-08-05"),
        ("From March 2012 to 25 September 2021 nothing was built.", "2012-03", "2021-09-25"),
        ("Since December 2019 ships have called at Ostby.", "2019-12", None),
        ("In 2008, the bridge fell.", "2008", None),
        ("As long ago as 1991, the mayor spoke of it.", "1991", None),
        ("Between 2015 and 2019, six ferries were sold.", "2015", "2019"),
        ("From 2009 to 2017 the mill stood still.", "2009", "2017"),
        ("After the storm (Autumn 2020), the pier was mended.", "2020-09", "2020-11"),
        ("By its resolution of 26 May 2019 it closed the port on 3 June 2019.", "2019-06-03", None),
        ("The budget for the period 2019 to 2023 was passed.", "2019", "2023"),
        ("From March 2012 to 2015 nothing was built.", "2012-03", "2015"),
        ("Im Herbst 2020 begann der Streik.", "2020-09", "2020-11"),
        ("In the year 2015 the mill burnt.", "2015", None),
        ("In 1900, fishermen founded the town.", "1900", None),
        ("С 2011 года город растёт.", "2011", None),
        ("The law of 4 July 2018 bans it.", "2018-07-04", None),
        ("They met on 22 and 23 November 2022.", "2022-11-22", "2022-11-23"),
        ("They met on 3 and 23 November 2022.", "2022-11-23", None),
        ("It was signed in June 2018 and held until 14 February 2020.", "2018-06", None),
    ],
)
def test_what_the_sentence_states(words: str, date: str, end: str | None) -> None:
    assert shown(dated(words)) == (date, end, "stated")


@pytest.mark.parametrize(
    "words",
    [
        "Ewa Lindqvist closed the port on Thursday.",
        "They were paid $2000 and 1500 more.",
        "Around 2000 soldiers were seen.",
        "The state shall lie on the 4 June 1967 lines.",
        "The state shall lie within the borders of 4 June 1967.",
        "The constitution of 1991 says so.",
        "By 2030 the port will be larger.",
        "Resolution 1325 (2000) was read out.",
        "La guerre de 2008 est finie.",
        "It was said in the 2021 report on fisheries.",
        "In 1500 villages the bells rang.",
        "The plan (2020–2040) was signed.",
        "All mines will close by the end of 2028.",
        "The Arab Spring of 2011 is remembered.",
        "Der Prager Frühling 1968 ist bekannt.",
    ],
)
def test_what_states_no_date_has_that_of_its_document(words: str) -> None:
    assert shown(dated(words)) == ("2022-09-20", None, "published")
    assert shown(dated(words, None)) == (None, None, None)


def test_a_date_of_another_sentence_is_not_taken() -> None:
    when = dated("The port was closed.", before="The storm came on 3 May 2021. ")
    assert shown(when) == ("2022-09-20", None, "published")


ENTRY = "03.05.2021 – The mayor said that the port was closed."


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (f"{ENTRY} ", "No ship came in."),
        (f"{ENTRY}\n\n", "“No ship has come in”, she said."),
        ("Ostby.\n\n**3 May 2021, Norrby Agency:** The port was closed. ", "No ship came in."),
    ],
)
def test_a_sentence_goes_on_with_the_entry_whose_head_has_the_day(before: str, words: str) -> None:
    """Where nothing else has one: the document's own date comes first."""
    when = dated(words, None, before)
    assert shown(when) == ("2021-05-03", None, "stated")
    assert when.above
    assert shown(dated(words, before=before)) == ("2022-09-20", None, "published")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (f"{ENTRY}\n\n", "It is not the first port to be closed."),  # no quotation
        (f"{ENTRY}\n\nNobody came.\n\n", "“No ship has come in”, she said."),
        ("The storm came on 3 May 2021. ", "No ship came in."),
        ("May 2021 – The port was closed. ", "No ship came in."),  # no day
        ("5 May – The port was closed. ", "No ship came in."),  # no year
        ("3 May 2021 was a Monday. ", "No ship came in."),
        ("1 to 5 May 2021 – The port was closed. ", "No ship came in."),
    ],
)
def test_what_heads_no_entry_of_the_sentence_tells_it_no_day(before: str, words: str) -> None:
    assert dated(words, None, before) == When()


def test_a_day_without_a_year_has_its_words_alone() -> None:
    """Nor does it get the day of publication, which is another one."""
    assert dated("The fire broke out on Sept. 27.", None) == When(text="Sept. 27")
    open_day = dated("They met on 25 December.")
    assert (open_day.date, open_day.text) == (None, "25 December")


def test_a_year_that_publication_settles_is_marked() -> None:
    when = dated("The fire broke out on 5 September.")
    assert (str(when.date), when.date_from) == ("2022-09-05", DateFrom.STATED)
    assert when.year_from is not None
    assert when.year_from.value == "document"
