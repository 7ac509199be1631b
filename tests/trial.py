"""A small session of which tests write the briefings."""

TRIAL = """\
id: trial-1
forum: Forum
session: Roundtable 1
title: A title
co_chairs: [BRA, FRA]
year: 2024
edition: undesa-2024
"""
"""The head of its file; ``briefings`` follows."""
