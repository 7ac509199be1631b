"""Indicators of migration corridors: pure functions, frames in, values out.

A value of ``None`` means "no estimate": the data give no figure, which is not zero.
"""
