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

# The agenda's own words.
agenda-heading = Agenda
agenda-from = À partir du { $day }
agenda-after = À partir du { $day }
agenda-before = Avant le { $day }
agenda-today = Aujourd’hui
agenda-view-jour = Liste
agenda-view-semaine = Semaine
agenda-view-mois = Mois
agenda-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
}
agenda-see-day = voir ce jour
agenda-page = Page { $page } sur { $pages }
agenda-unknown = Nous n’avons pas compris une partie de l’adresse ({ $names }) : elle est laissée de côté.
agenda-overlong = L’adresse est trop longue pour être lue : voici tout l’agenda.
agenda-empty = Rien à cette période
agenda-empty-text = Élargissez la recherche :
agenda-empty-nothing = Aucun évènement n’est annoncé pour le moment. Abonnez-vous : les prochains arriveront tout seuls dans votre agenda.
agenda-empty-next = Prochain rendez-vous : { $day }
agenda-empty-without = Sans le filtre { $filter }
agenda-empty-all = Tout l’agenda
atom-short = Nouveaux évènements

filter-lieu = Lieu
filter-all-lieu = Tous les lieux
filter-territoire = Territoire
filter-all-territoire = Tous les territoires
filter-genre = Genre
filter-all-genre = Tous les genres
filter-theme = Thème
filter-all-theme = Tous les thèmes
filter-brique = Brique d’activité
filter-all-brique = Toutes les briques
filter-accessible = Accessibilité
filter-all-accessible = Indifférent

# The page of an event, as it is told.
event-all-dates = Toutes les dates
event-next-date = Prochaine date
event-last-date = Dernière date
event-in-days = dans { $days } jours
event-note = À savoir
event-notice-a-confirmer = La date n’est pas encore sûre : regardez à nouveau avant de venir.
event-notice-complet = Il n’y a plus de place.
event-notice-deplace = La date, l’heure ou le lieu ont changé.
event-notice-en-ligne = Le rendez-vous a lieu en ligne, et non sur place.
event-notice-reporte = Le rendez-vous n’a pas lieu à cette date ; une autre sera annoncée.
event-notice-annule = Le rendez-vous n’aura pas lieu.
event-fact-audience = Pour qui
event-fact-price = Tarif
event-fact-capacity = Jauge
event-fact-registration = Inscription
event-fact-organiser = Organisé par
event-seats = { $count ->
    [one] une seule place
   *[other] { $count } places
}
event-registration-until = jusqu’au { $day }, { $time }
event-registration-closed = inscriptions closes
event-more-dates = et encore { $count }
event-ics-date = Ajouter cette date (.ics)
event-ics-series = Toute la série (.ics)
event-updated = Mis à jour le { $day }.

# Pages about the service.
about-feed-agenda = Tout l’agenda (iCalendar)
about-coming = { $events } dans l’année qui vient
