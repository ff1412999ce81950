# What the pages of places, of territories and of the network's map say of their data.

home-intro = Bureaux partagés, fablabs, espaces numériques, cafés : { $places } où travailler, apprendre et fabriquer ensemble, et ce qui s’y passe.
home-intro-empty = Les tiers-lieux du réseau, leur carte et leur agenda. Les premiers lieux arrivent.
map-of-network = Carte des lieux : { $network }
map-of-territory = Carte des lieux : { $territory }
map-of-country = Carte de France : nombre de lieux par département
map-around = Les environs de { $place }
week-more = Et aussi : { $events } cette semaine

places-description = Tous les tiers-lieux de { $network } : ce qu’on y trouve, leurs horaires, comment venir.
places-overlong = L’adresse est trop longue pour être lue : voici tous les lieux.
places-empty = Aucun lieu ne répond à tout cela
places-empty-text = Élargissez la recherche :
places-empty-without = Sans le filtre { $filter }
places-empty-without-count = Sans le filtre { $filter } : { $places }
places-empty-all = Tous les lieux
places-none = Aucun lieu pour le moment
places-none-text = Les premiers lieux du réseau arrivent.
filter-commune = Commune
filter-all-commune = Toutes les communes
filter-open = Ouvert en ce moment

near-around = Autour de { $commune }, du plus proche au plus éloigné (à vol d’oiseau).
near-around-first = Plusieurs communes correspondent. Voici les lieux autour de { $commune }, du plus proche au plus éloigné (à vol d’oiseau).
near-unknown = Nous ne connaissons aucune commune ni code postal « { $typed } ». Vérifiez l’orthographe, ou cherchez une commune voisine.
near-commune = { $name } ({ $details })

place-since = dans le réseau depuis { $month }
place-confirmed = Fiche confirmée le { $day }.
place-unconfirmed = Cette fiche n’a pas été confirmée depuis plus de six mois : vérifiez avant de vous déplacer.
place-never-confirmed = Cette fiche n’a pas encore été confirmée par le lieu : vérifiez avant de vous déplacer.
place-closed = Ce lieu a fermé le { $day }. Sa page reste comme trace de ce qui s’y est fait.
place-commune-point = Situé au centre de la commune : l’adresse exacte n’est pas connue.
place-no-point = La position exacte de ce lieu n’est pas connue.
place-agenda = Tout l’agenda : { $place }
place-agenda-of = L’agenda de { $place }
place-brick-agenda = Agenda : { $brick }
place-source = Source : { $source }
place-description = Tiers-lieu à { $where } : adresse, horaires et agenda.
place-description-bricks = Tiers-lieu à { $where } : { $bricks }.

hours-with-note = { $hours } ({ $note })
hours-unconfirmed = { $holiday }, à vérifier
hours-on-day = { $day } : { $hours }

territory-count = { $places }, { $events } cette semaine
territory-agenda = L’agenda : { $territory }
territory-description = Les tiers-lieux et leur agenda : { $territory }. { $count }.
territory-empty = Aucun lieu du réseau ici pour le moment
territory-empty-text = Le réseau n’a pas encore de lieu sur ce territoire.
