"""Reports on the figures: what they carry for a country, or for the world."""

from roundtable.reliability.report.country import CountryReport, country_report
from roundtable.reliability.report.world import WorldReport, world_report

__all__ = ["CountryReport", "WorldReport", "country_report", "world_report"]
