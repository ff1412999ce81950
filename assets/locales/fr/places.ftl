# Pages of places and territories.

places-list = Liste des lieux
place-bricks = Ce qu’on y trouve
place-bricks-past = Ce qu’on y trouvait
place-hours = Horaires
place-today = (aujourd’hui)
place-equipment = Équipement
place-contact = Contact
place-events = Prochains rendez-vous
place-past-events = Derniers rendez-vous
place-no-events = Aucun rendez-vous annoncé pour le moment.
place-practical = Informations pratiques
place-address = Adresse et accès
place-geo = Ouvrir dans mon application de cartes
place-osm = Voir sur OpenStreetMap
place-accessibility = Accessibilité
place-team = Équipe
place-partners = Partenaires
place-closure = Fermé { $when }.
place-closure-reason = Fermé { $when } : { $reason }.
place-photos = En images
