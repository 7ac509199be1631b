"""Documents from executed notebooks: a web page for each briefing, and their index.

`notes` numbers a notebook once, for every format; `page` says what stands around the
text; `html` makes the page and `index` the list of all pages. Nothing here reads data or
computes a figure: everything comes in with the notebook or as an argument.
"""
