# The home page.

home-week = This week
home-week-empty = Nothing more on this week.
home-agenda = The whole agenda
home-map = Map of the network
home-all-places = All places
home-newest = Latest to join the network
