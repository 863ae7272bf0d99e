"""Which day a page was published, where its declarations differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.dates import PartialDate
from corpus.formats.page_clock import UNTOLD, Hours, local_day
from corpus.moments import Moment


@dataclass(frozen=True, slots=True)
class Declared:
    """All that a page says of its days.

    ``firm`` are the declarations that mean publication and nothing else, rank by rank;
    ``weak`` what stands as a date at its heading; ``doubtful`` what programs also fill with the
    day on which they made the page; ``changes`` the days of later changes; ``address`` the day in
    the page's own address.
    """

    firm: Sequence[Sequence[Moment]] = ()
    weak: Sequence[Moment] = ()
    doubtful: Sequence[Moment] = ()
    changes: Sequence[Moment] = ()
    address: Moment | None = None
    clocks: Hours = UNTOLD


def day_of_publication(said: Declared) -> PartialDate | None:
    """The one day that all of it can mean, or ``None``: a page that contradicts itself.

    An instant in UTC may be of the day before or after; what tells the page's own clock says of
    which. The time of a change is none of publication where another declaration tells the two
    apart.
    """
    named = dict.fromkeys(moment for rank in said.firm for moment in rank)
    firm = _told_apart(list(named), said.changes)
    shown = list(said.weak) if _agree(said.weak) else []
    if not firm:
        return _shown_day(said, shown)
    if not _agree(firm):
        return None
    fitting = [moment for moment in shown if _fits(moment, firm)]
    if any(moment not in fitting and not _is_change(moment, said.changes) for moment in shown):
        return None
    if said.address and not _fits(said.address, firm):
        return None
    own = [moment for moment in (*firm, *fitting) if not moment.in_utc]
    if not own and said.address and said.address.day.day and _fits(said.address, firm):
        own = [said.address]
    if not own:
        return _by_clock(min(firm, key=lambda moment: moment.first), said)
    return _finest(own) if _agree(own) else None


def _by_clock(moment: Moment, said: Declared) -> PartialDate | None:
    """The day of an instant in UTC by the site's clock, or the one in the month of its address."""
    day = local_day(moment.instant, said.clocks) if moment.instant else moment.day
    month = said.address
    if month is None or (day and month.first <= day.first <= month.last):
        return day
    near = {moment.first, moment.last, moment.day.first}
    within = [each for each in near if month.first <= each <= month.last]
    return PartialDate.of(within[0]) if len(within) == 1 else day


def _shown_day(said: Declared, shown: Sequence[Moment]) -> PartialDate | None:
    """The day at the heading; where programs give one too, or the address, it must be the same."""
    if said.weak and not shown:
        return None
    near = [*shown, *([said.address] if said.address else [])]
    if not near or not _agree(near):
        return None
    if not shown and not any(moment.may_be(near[0]) for moment in said.doubtful):
        return None
    return _finest([moment for moment in near if not moment.in_utc] or near)


def _told_apart(firm: Sequence[Moment], changes: Sequence[Moment]) -> list[Moment]:
    """Without those that repeat the instant of a change, if others name an earlier day."""
    apart = [moment for moment in firm if not _is_repeated(moment, changes)]
    if apart and all(moment.first <= other.last for moment in apart for other in firm):
        return apart
    return list(firm)


def _is_repeated(moment: Moment, changes: Sequence[Moment]) -> bool:
    return moment.instant is not None and any(
        change.instant is not None and abs((change.instant - moment.instant).total_seconds()) < 60
        for change in changes
    )


def _is_change(moment: Moment, changes: Sequence[Moment]) -> bool:
    return any(change.may_be(moment) for change in changes)


def _agree(moments: Sequence[Moment]) -> bool:
    return all(one.may_be(other) for one in moments for other in moments)


def _fits(moment: Moment, others: Sequence[Moment]) -> bool:
    return all(moment.may_be(other) for other in others)


def _finest(moments: Sequence[Moment]) -> PartialDate:
    return max((moment.day for moment in moments), key=lambda day: bool(day.month) + bool(day.day))
