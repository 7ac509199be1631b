"""Build the briefings of a roundtable: plan, run, list."""

from roundtable.build.listing import finish
from roundtable.build.plan import Job, plan
from roundtable.build.pool import Outcome, run
from roundtable.build.work import up_to_date

__all__ = ["Job", "Outcome", "finish", "plan", "run", "up_to_date"]
