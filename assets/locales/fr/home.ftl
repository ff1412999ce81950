# The home page.

home-week = Cette semaine
home-week-empty = Plus rien au programme cette semaine.
home-agenda = Tout l’agenda
home-map = La carte du réseau
home-all-places = Tous les lieux
home-newest = Derniers arrivés dans le réseau
