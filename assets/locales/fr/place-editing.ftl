# Hosts edit the page of their place.

place-edit = Modifier la page
place-edit-title = Modifier la page de { $place }
place-edit-see = Voir la page
place-edit-back = Retour
place-edit-save = Enregistrer
place-edit-add = Ajouter
place-edit-remove = Retirer
place-edit-undo = Annuler
place-edit-empty = Rien pour le moment
place-edit-choose = Choisir…
place-edit-host-bar = Pour l’équipe du lieu

# The parts of the page.
place-edit-fiche = Nom, présentation et accès
place-edit-briques = Briques d’activités
place-edit-horaires = Horaires
place-edit-fermetures = Fermetures exceptionnelles
place-edit-equipement = Équipement
place-edit-equipe = Équipe et partenaires
place-edit-confirmation = Fiche confirmée
place-edit-pieces = { $all ->
    [one] { $out ->
        [0] Un équipement, en service
       *[other] Un équipement, hors service
    }
   *[other] { $out ->
        [0] { $all } équipements, tous en service
       *[other] { $all } équipements, dont { $out } hors service
    }
}

place-edit-confirm = Tout est juste
place-edit-confirm-ask = Relisez la page : si tout est juste, dites-le, et les visiteur·ses sauront qu’on peut s’y fier.
done-place-confirmed = Merci : la page dit que tout a été vérifié aujourd’hui.
done-place-saved = C’est enregistré, et visible tout de suite.

# The sheet.
place-edit-name = Nom
place-edit-summary = En une phrase
place-edit-summary-hint = Ce qu’on lit dans la liste des lieux.
place-edit-description = Présentation
place-edit-markdown-hint = Une ligne vide commence un paragraphe ; **gras**, *italique*, et un tiret en début de ligne pour une liste.
place-edit-address = Numéro et rue
place-edit-postcode = Code postal
place-edit-commune = Commune
place-edit-point = Point exact sur la carte
place-edit-point-hint = Latitude et longitude, copiées depuis une carte : 44.7289, 5.0215. Sans elles, le lieu est montré au centre de la commune.
place-edit-website = Site web
place-edit-directions = Comment venir
place-edit-directions-hint = À pied de la gare, en bus, où poser son vélo ou se garer.
place-edit-accessibility-hint = Cochez ce qui est vraiment possible sur place.
place-edit-accessibility-note = Précisions sur l’accessibilité

place-edit-needed = Indiquez-le pour continuer.
place-edit-too-long = C’est trop long : { $longest } caractères au plus.
place-edit-bad-postcode = Un code postal a cinq chiffres, comme 26400.
place-edit-bad-website = Ce n’est pas une adresse de site, comme https://exemple.fr.
place-edit-bad-point = Donnez deux nombres séparés par une virgule, comme 44.7289, 5.0215.
place-edit-bad-contact = Donnez une adresse de courriel générique ou une page web.
place-edit-bad-person = Donnez un nom, sans adresse ni lien.
place-edit-bad-day = Donnez une date.

# Bricks.
place-edit-no-brick = Aucune brique pour le moment : ajoutez-en une.
place-edit-brick-add = Ajouter une brique
place-edit-brick-kind = Activité
place-edit-brick-name = nom
place-edit-brick-text = texte
place-edit-brick-contact = contact
place-edit-brick-own-name = Nom propre
place-edit-brick-name-hint = Par exemple « Le Labo ». Sans nom, c’est celui de l’activité.
place-edit-brick-contact-hint = Une adresse générique (labo@…) ou une page web ; jamais l’adresse d’une personne.
place-edit-bricks-order = Briques, dans l’ordre
place-edit-own-hours = Horaires propres à cette brique
place-edit-own-hours-hint = À remplir seulement s’ils diffèrent de ceux du lieu.
place-edit-up = Monter { $name }
place-edit-down = Descendre { $name }
place-edit-under = { $whole } : { $part }
done-brick-added = La brique est sur la page : dites-en quelques mots.

# Hours.
place-edit-hours-hint = Deux plages par jour au plus. Un jour sans heure est fermé. Une fin avant le début est celle du lendemain.
place-edit-opens = { $day }, plage { $n } : ouverture
place-edit-closes = { $day }, plage { $n } : fermeture
place-edit-holidays = Fermé les jours fériés
place-edit-raw-fold = Semaine particulière (un samedi sur deux, été, rendez-vous…)
place-edit-raw = Horaires en syntaxe OpenStreetMap
place-edit-raw-hint = S’il est rempli, ce champ remplace le tableau. Par exemple : Sa[1] 09:00-12:00; Jul-Aug Mo-Fr 10:00-13:00; We 14:00-18:00 "sur rendez-vous".
place-edit-preview = Voir ce qu’on lira
place-edit-reads = On lira :
place-edit-hours-none = rien (horaires non renseignés).
place-edit-hours-half = Donnez l’ouverture et la fermeture.
place-edit-hours-unreadable = Donnez des heures, comme 9:30 ou 9 h 30.
place-edit-hours-overlap = Ces deux plages se touchent ou se chevauchent.
place-edit-hours-syntax = illisible à partir du caractère { $column }.
place-edit-hours-range = Un nombre n’a pas de sens (une minute 75, une semaine 60…).
place-edit-hours-long = C’est trop long ou trop compliqué pour être montré.
place-edit-hours-sun = Les heures du soleil ne sont pas prises : donnez des heures d’horloge.
place-edit-hours-open-end = Dites jusqu’à quelle heure : « 18:00+ » ne suffit pas.
place-edit-hours-repetition = Les répétitions ne sont pas prises : donnez des plages.
place-edit-hours-holiday = Les vacances scolaires (SH) ne se combinent pas avec des jours de la semaine.

# Closures.
place-edit-no-closure = Aucune fermeture annoncée.
place-edit-closure-new = Annoncer une fermeture
place-edit-closure-first = Premier jour fermé
place-edit-closure-last = Dernier jour fermé
place-edit-closure-last-hint = Vide : un seul jour.
place-edit-closure-reason = Raison
place-edit-closure-announce = Annoncer
place-edit-closure-lift = Retirer cette fermeture
place-edit-closure-backwards = Le dernier jour vient avant le premier.
place-edit-closure-past = Ces jours sont passés.
place-edit-closure-long = Plus d’un an : vérifiez l’année.
place-edit-clashes = { $count ->
    [one] Un rendez-vous tombe pendant cette fermeture : à déplacer, à annuler, ou à garder en le sachant.
   *[other] { $count } rendez-vous tombent pendant cette fermeture : à déplacer, à annuler, ou à garder en le sachant.
}
done-closure-added = La fermeture est annoncée.
done-closure-lifted = La fermeture n’est plus annoncée.

# Equipment.
place-edit-piece-new = Ajouter un équipement
place-edit-piece-state = État
place-edit-piece-note = Précision
done-equipment-saved = C’est noté, et visible sur la page.

# Team.
place-edit-team-hint = Seulement des personnes d’accord pour être nommées sur une page publique. Videz un nom pour retirer la ligne.
place-edit-person = Nom
place-edit-role = Rôle
place-edit-partner = Partenaire
place-edit-partner-kind = Lien

# History and conflicts.
place-edit-history = Historique
place-edit-no-history = Aucun changement pour le moment.
place-edit-signed = { $who }, { $day } à { $time }
place-edit-somebody = Une personne de l’équipe
place-edit-import = Un import
place-edit-what = Quoi
place-edit-before = Avant
place-edit-after = Après
place-edit-nothing = (rien)
place-edit-restore = Revenir à l’état d’avant
place-edit-older = Changements plus anciens
done-place-restored = L’état d’avant est rétabli.
place-edit-conflict-title = Deux versions
place-edit-conflict = { $who } a changé cette partie ({ $day }, { $time }) pendant que vous écriviez.
place-edit-conflict-help = Rien n’est perdu : voici ce qui diffère. Reprenez ci-dessous ce qu’il faut garder, puis enregistrez : votre version remplacera l’autre, que l’historique garde.
place-edit-theirs = Enregistré
place-edit-yours = Vous
place-edit-take-theirs = Abandonner ma version

# The door.
place-edit-door = La porte
place-edit-open = J’ouvre
place-edit-close = Je ferme
place-edit-close-day = Je ferme pour la journée
place-edit-door-planned = Revenir aux horaires prévus
place-edit-door-unknown = Horaires non renseignés
place-edit-door-said = { $who }, à { $time }
place-edit-door-hint = Cela vaut jusqu’au prochain changement prévu aux horaires, au plus tard jusqu’à minuit.
done-door-open = C’est ouvert, partout sur le site.
done-door-closed = C’est fermé, partout sur le site.
done-door-planned = Les horaires prévus valent de nouveau.

# Photos.
place-edit-photos = Photos
place-edit-photo-add = Ajouter une photo
place-edit-photo-file = Fichier
place-edit-photo-file-hint = JPEG, PNG ou WebP, 10 Mo au plus. Le lieu et la date enregistrés par le téléphone sont effacés.
place-edit-photo-alt = Ce qu’elle montre
place-edit-photo-alt-hint = Une phrase pour qui ne la voit pas : « La cour et son tilleul, tables dehors ».
place-edit-bad-alt = Dites en une phrase ce que la photo montre.
place-edit-no-photo = Aucune photo : un paysage dessiné la remplace.
place-edit-photos-full = La page a autant de photos qu’elle peut en montrer (12) : retirez-en une d’abord.
place-edit-removed = { $what } : retiré de la page.
done-photo-added = La photo est sur la page.
place-edit-photo-count = { $count ->
    [one] Une photo
   *[other] { $count } photos
}
