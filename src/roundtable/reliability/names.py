"""Names of the flags and kinds, and which flags forbid a statement."""

FLAGS = (
    *("not_listed", "disputed"),
    *("frozen", "linear", "constant_rate", "copied", "rebased"),
    *("citizens", "mixed_basis", "two_counts"),
    *("territory", "refugees_inside", "seam"),
)
"""All flags, in the order in which they are told: is there a figure at all, is it of its year,
whom does it count, what else is in it."""

REPEATED = ("frozen", "linear", "constant_rate", "copied")
"""Flags of a figure that was made from another year's: they make it *carried forward*."""

FORBID_GROWTH = (*REPEATED, "rebased", "mixed_basis", "seam")
"""Flags between two years that forbid a statement on change over them.

Those of `REPEATED` say that a figure was made from another year's, `rebased` that the count
changed for most origins at once, `mixed_basis` that the editions read the destination's data
as counts of different people, `seam` that the years are of different sources. `disputed` is
not among them: it forbids a statement on both editions (`statements.in_both`), and one edition
may still be read by itself. `citizens`, `territory` and `refugees_inside` say whom a figure
counts, the same people in both years: they are told beside a statement. `two_counts` marks no
row: it is on what sets two destinations against each other, of which one counts foreign citizens
and the other people born abroad."""

TELL_BESIDE = ("disputed", "citizens", "territory", "refugees_inside")
"""Flags that a statement which may be told has to name."""

KINDS = (
    *("measured", "published", "revised", "modelled", "two-counts", "carried-forward"),
    *("disputed", "not-listed", "no-estimate"),
)
"""Kinds of figures, the firmest first.

*Published* figures stand as a document prints them, such as the people who took part in a
programme: nobody has recomputed them, and no rule of ours can judge them.

*Modelled* figures, such as remittances along a corridor, follow from other figures by a rule of
their producer; no rule of ours makes a stock modelled.

Of *two counts* is a balance of people born abroad at one end and foreign citizens at the other
(flag `two_counts`): each figure may be measured, and their difference measures nothing, since the
naturalised are in the one and not in the other, and those born in the country the reverse.

`rebased` and `mixed_basis` add no kind: they speak of the way to a figure, and the figure may
well be the better count. `copied` makes a figure *carried forward*, as `frozen` does."""
