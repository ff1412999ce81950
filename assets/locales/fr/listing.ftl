# Rows of lists of events, and what feeds say of themselves.

row-all-day = toute la journée
row-under-way = en cours
row-until = jusqu’au { $day }
row-spoken = { $day } à { $time }
row-registration = sur inscription
row-mode-a-distance = en ligne
row-mode-hybride = sur place et en ligne

subscribe-bounded = Ce flux contient les 5 000 évènements les plus proches d’aujourd’hui. Pour ne rien manquer, abonnez-vous à un lieu, un territoire ou un thème.

feed-network = { $network } : agenda
feed-place = { $place } : agenda
feed-territory = { $territory } : agenda
feed-filtered = { $network } : { $filters }
feed-description = Les évènements publics de { $network }. Mis à jour à chaque changement.
feed-bounded = Seuls les 5 000 évènements les plus proches d’aujourd’hui sont dans ce flux.
feed-price = Tarif : { $price }
feed-audience = Pour qui : { $audience }
atom-title = Nouveaux évènements de { $network }

filter-free = Gratuit
filter-registrable = Inscription encore ouverte
filter-text = « { $text } »
