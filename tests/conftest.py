"""What all tests share."""

from hypothesis import settings

# The same examples in every run, and none kept in the checkout: a red test stays red until it
# is mended. No deadline, because the machine may be busy.
settings.register_profile(
    "roundtable", max_examples=100, derandomize=True, deadline=None, database=None
)
settings.load_profile("roundtable")
