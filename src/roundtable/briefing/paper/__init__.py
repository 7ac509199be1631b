"""The background paper of a session, assembled from the themes' facts and the register.

`parts` opens the themes' briefings and lends their facts, `world_facts` adds the world,
`governments` and `corridors` set the session's side by side, `practice` tells the register,
`questions` asks what follows. `paper` puts them in order.
"""

from roundtable.briefing.paper.paper import BackgroundPaper

__all__ = ["BackgroundPaper"]
