# The page of an event.

event-when = Quand
event-where = Où
event-facts = En pratique
event-tags = Voir aussi
event-before = Prévu d’abord :
event-past = Ce rendez-vous est passé.
event-no-date = Aucune date à venir n’est annoncée.
event-join = Rejoindre en ligne
event-join-ask = Le lien est donné par le lieu.
event-join-later = Le lien est donné à l’inscription.
event-dates = Dates à venir
event-others = Aussi dans ce lieu
