# Announcing events: the form.
publishing-new = Nouvel évènement
publishing-edit = Modifier l’évènement
publishing-edit-date = Modifier cette date
publishing-edit-date-lede = Seule cette date de « { $title } » change. Les autres restent comme elles sont.
publishing-duplicate = Refaire cet évènement
publishing-duplicate-lede = Tout est repris, à la prochaine date probable. Vérifiez la date, puis publiez.
publishing-publish = Publier
publishing-save = Enregistrer
publishing-see-dates = Voir les dates
publishing-keep-draft = Garder en brouillon
publishing-cancel = Ne rien changer
publishing-which-place = Dans quel lieu ?
publishing-no-place = Publier est réservé aux animateur·rices d’un lieu. Demandez à celles et ceux du vôtre.
publishing-choose = Choisir
publishing-title = Titre
publishing-kind = Genre
publishing-brick = Brique d’activité
publishing-no-brick = Tout le lieu
publishing-date = Date
publishing-start = Début
publishing-end = Fin
publishing-when = Dates et horaires
publishing-last-day = Dernier jour
publishing-last-day-hint = Seulement si l’évènement dure plusieurs jours. Une soirée qui finit après minuit n’en a pas besoin.
publishing-whole-day = Toute la journée, sans horaires
publishing-repeats = Répétition
publishing-once = Une seule fois
publishing-repeats-day = Tous les jours
publishing-repeats-week = Chaque semaine
publishing-repeats-month-weekday = Chaque mois, le même jour de la semaine
publishing-repeats-month-date = Chaque mois, à la même date
publishing-repeats-year = Chaque année
publishing-repeats-dates = À des dates choisies
publishing-every = Toutes les combien ?
publishing-every-hint = 1 : chaque semaine (ou mois…) ; 2 : une sur deux.
publishing-weekday = Jours de la semaine
publishing-weekday-hint = Pour une répétition par semaine, ou le même jour chaque mois. Sans choix : le jour de la première date.
publishing-nth = Dans le mois
publishing-nth-hint = Pour « chaque mois, le même jour de la semaine ». Sans choix : comme la première date.
publishing-dates = Autre date
publishing-until = Jusqu’au
publishing-count = Ou nombre de dates
publishing-holidays = Sauter les jours fériés
publishing-school = Vacances scolaires
publishing-school-ignore = Sans effet
publishing-school-skip = Sauter les vacances
publishing-school-only = Seulement pendant les vacances
publishing-pause-from = Pause à partir du
publishing-pause-to = Reprise le
publishing-description = Description
publishing-description-hint = Ce qu’on y fait, ce qu’il faut apporter. *Italique*, **gras**, listes avec un tiret.
publishing-mode = Comment participer
publishing-further = Aussi avec ces lieux
publishing-further-hint = L’évènement entre dans leur agenda et leurs abonnements. Une lettre le leur dit ; ils peuvent retirer leur lieu.
publishing-rules = Règles d’inscription
publishing-room = Salle
publishing-room-hint = Écrivez-la toujours de la même façon : elle ne sera pas donnée deux fois.
publishing-room-known = Déjà utilisées : { $rooms }.
publishing-address = Adresse, si c’est ailleurs
publishing-address-hint = Vide : au lieu.
publishing-online = Lien de la visio
publishing-online-hint = Vide : le lien est donné plus tard.
publishing-registration = Inscription
publishing-capacity = Nombre de places
publishing-capacity-hint = Vide : pas de limite.
publishing-closes = Inscriptions closes, en heures avant le début
publishing-price = Tarif en euros
publishing-price-hint = 0 : gratuit. Vide : non précisé.
publishing-price-note = Précision sur le tarif
publishing-audience = Pour qui
publishing-theme = Thèmes
publishing-accessibility = Accessible aux personnes avec
publishing-accessibility-hint = Cochez ce qui est vraiment prévu.
publishing-accessibility-note = Précision sur l’accessibilité
publishing-organiser = Organisé par
publishing-organiser-hint = Une association, un collectif ; jamais le nom d’une personne. Vide : le lieu.
publishing-note = À savoir
publishing-fold-repeats = Répéter
publishing-fold-repeats-about = chaque semaine, chaque mois, jours fériés
publishing-fold-text = Description
publishing-fold-text-about = ce qu’on y fait
publishing-fold-long = Plusieurs jours
publishing-fold-long-about = exposition, stage, journée entière
publishing-fold-where = Salle, visio
publishing-fold-where-about = ou une autre adresse
publishing-fold-seats = Inscription
publishing-fold-seats-about = entrée libre si vous n’y touchez pas
publishing-fold-whom = Tarif, public, thèmes
publishing-fold-whom-about = et accessibilité
publishing-fold-further = Aussi dans d’autres lieux
publishing-fold-further-about = organisé à plusieurs
publishing-fold-organiser = Qui organise
publishing-fold-organiser-about = le lieu, si vous n’y touchez pas
publishing-kept = Vous aviez commencé à écrire ici sans enregistrer.
publishing-restore = Reprendre ce que j’avais écrit
publishing-forget = Oublier

# The dates before they are saved.
publishing-preview-count = { $count } dans les deux ans qui viennent
publishing-preview-hint = Cochez une date pour la sauter.
publishing-leave-out = Sauter
publishing-skipped = sauté, { $why }
publishing-skipped-by-you = sauté, à votre demande
publishing-skipped-pause = sauté, pause
publishing-skipped-outside = sauté, hors vacances scolaires
publishing-note-no-date = Aucune date n’a lieu : tout est sauté.
publishing-note-past = Cette date est déjà passée.
publishing-note-no-school-zone = Ce lieu n’a pas de zone scolaire : les vacances ne sont pas prises en compte.
publishing-note-school-known = Les vacances scolaires sont connues jusqu’au { $day }. Les dates suivantes seront revues quand elles seront publiées.
publishing-clash-room = La salle « { $room } » est déjà prise { $when } :
publishing-clash-host = Vous animez déjà { $when }, à { $place } :
publishing-clash-nearby = Tout près, à { $place }, un évènement proche { $when } :
publishing-look-first = Pas encore publié : d’autres évènements ont lieu en même temps. Si c’est bien voulu, publiez à nouveau.
publishing-look = Les voir

# What is wrong.
publishing-fault-title-short = Donnez un titre d’au moins 3 caractères.
publishing-fault-title-long = Le titre a plus de 120 caractères : raccourcissez-le.
publishing-fault-kind = Choisissez un genre.
publishing-fault-date = Indiquez une date, par exemple 14/05/2026.
publishing-fault-start = Indiquez l’heure de début, par exemple 18:30.
publishing-fault-end = Indiquez l’heure de fin, par exemple 20:30.
publishing-fault-end-before-start = La fin est avant le début. Pour une fin un autre jour, indiquez le dernier jour.
publishing-fault-too-long = C’est trop long : 31 jours au plus avec des horaires, un an en journées entières.
publishing-fault-too-far = C’est dans plus de deux ans : l’agenda ne va pas si loin.
publishing-fault-long-ago = Cette date est passée depuis plus d’un an : vérifiez l’année.
publishing-fault-year = L’année n’est pas possible.
publishing-fault-every = Indiquez un nombre entre 1 et 400.
publishing-fault-count = Indiquez un nombre de dates entre 1 et 1000.
publishing-fault-two-ends = Choisissez une fin : une date ou un nombre de dates, pas les deux.
publishing-fault-until = La série s’arrête avant sa première date.
publishing-fault-date-before-start = Une date choisie est avant la première.
publishing-fault-too-many-dates = Il y a plus de 400 dates.
publishing-fault-pause = Une pause a un premier jour, et reprend après lui.
publishing-fault-repeats = Cette répétition n’est pas possible.
publishing-fault-online = Ce n’est pas l’adresse d’une page web : elle commence par https://.
publishing-fault-price = Indiquez un montant, par exemple 5 ou 12,50.
publishing-fault-number = Indiquez un nombre entier, { $most } au plus.
publishing-fault-long = C’est trop long : { $limit } caractères au plus.
publishing-fault-room = La salle « { $room } » est prise { $when } par « { $title } ». Choisissez une autre salle ou une autre heure.
publishing-fault-overtaken = Une autre personne vient de modifier cet évènement. Rien n’a été écrasé : relisez la page de l’évènement, puis enregistrez à nouveau.

# Which dates.
publishing-which-dates = Quelles dates modifier ?
publishing-reach-date = Cette date
publishing-reach-date-hint = Un autre horaire, une autre salle, un autre titre, pour cette fois.
publishing-reach-following = Cette date et les suivantes
publishing-reach-following-hint = La série s’arrête avant cette date ; une nouvelle série commence, avec sa propre page.
publishing-reach-all = Toutes les dates
publishing-reach-all-hint = La série entière, dates passées comprises.
publishing-lede-all = Toutes les dates de la série changent. Les dates modifiées à part gardent leurs différences.
publishing-lede-following = La série s’arrête avant le { $day }. Ce qui suit devient une nouvelle série, avec sa propre page ; les différences et les inscriptions de ces dates la suivent.
publishing-whole-series = Toute la série, pour ce qui reste à venir

# Two people at once.
publishing-conflict = Deux versions de cet évènement
publishing-conflict-lede = Une autre personne a enregistré cet évènement pendant que vous écriviez. Rien n’est perdu : choisissez, pour chaque différence, ce qui doit rester.
publishing-theirs = Enregistré entre-temps :
publishing-own = Ce que vous avez écrit :
publishing-conflict-save = Enregistrer ces choix
publishing-nothing = (rien)

# Cancelled, put off, moved online, taken back, deleted.
publishing-reason = Pourquoi
publishing-reason-hint = En quelques mots, sur la page de l’évènement.
publishing-date-note = À savoir pour cette date
publishing-annuler-heading = Annuler
publishing-annuler-lede = L’annulation est affichée partout, et dans les agendas abonnés. Vous pourrez revenir en arrière.
publishing-annuler-submit = Annuler l’évènement
publishing-reporter-heading = Reporter
publishing-reporter-lede = Indiquez la nouvelle date, ou laissez-la vide si elle n’est pas encore connue.
publishing-reporter-submit = Reporter
publishing-en-ligne-heading = Passer en ligne
publishing-en-ligne-lede = Le rendez-vous n’a plus lieu sur place, mais en visio.
publishing-en-ligne-submit = Passer en ligne
publishing-retablir-heading = Rétablir
publishing-retablir-lede = « { $title } » a lieu comme annoncé.
publishing-retablir-submit = Rétablir
publishing-supprimer-heading = Supprimer
publishing-supprimer-lede = « { $title } » disparaît de toutes les pages, avec toutes ses dates. Pour dire qu’il n’a pas lieu, annulez-le plutôt : les personnes qui l’ont noté le sauront.
publishing-supprimer-submit = Supprimer définitivement

# The cover.
publishing-do-cover = Image
publishing-cover = Image de l’évènement
publishing-cover-drawn = Sans image, un petit paysage est dessiné pour cet évènement.
publishing-cover-save = Enregistrer l’image
publishing-cover-remove = Retirer l’image
publishing-file = Image
publishing-file-hint = Une photo ou une affiche, en JPEG, PNG ou WebP. Personne ne doit y être reconnu sans son accord.
publishing-alt = Ce qu’on y voit
publishing-alt-hint = Pour les personnes qui ne voient pas l’image. Si c’est une affiche, écrivez-en le texte.
publishing-fault-alt = Dites en quelques mots ce que montre l’image.
publishing-fault-no-file = Choisissez une image.

# Lists.
publishing-list = Évènements : { $place }
publishing-mine = Les évènements que j’anime
publishing-drafts = Brouillons
publishing-draft-saved = enregistré le { $day }
publishing-untitled = Sans titre
publishing-discard = Jeter
publishing-coming = À venir
publishing-nothing-coming = Rien n’est annoncé. Le plus simple : refaire un évènement passé.
publishing-past = Passés
publishing-do-edit = Modifier
publishing-do-duplicate = Refaire
publishing-do-cancel = Annuler
publishing-do-postpone = Reporter
publishing-do-online = Passer en ligne
publishing-do-reinstate = Rétablir
publishing-do-remove = Supprimer
publishing-do-list = Tous les évènements du lieu
publishing-hosts = Vous animez ce lieu

# What was done.
done-event-published = C’est publié : la page, l’agenda et les calendriers abonnés sont à jour.
done-event-saved = C’est enregistré.
done-date-saved = Cette date est modifiée ; les autres n’ont pas changé.
done-series-split = La nouvelle série commence ici ; l’ancienne s’arrête avant.
done-series-split-dropped = La nouvelle série commence ici ; l’ancienne s’arrête avant. Des dates n’ont plus lieu : vérifiez la liste.
done-draft-saved = Le brouillon est gardé. Seul·es les animateur·rices du lieu le voient.
done-draft-beside = Quelqu’un avait modifié ce brouillon : le vôtre est gardé à côté.
done-draft-discarded = Le brouillon est jeté.
done-cover-saved = L’image est en place.
done-cover-removed = L’image est retirée.
done-event-cancelled = L’annulation est affichée partout.
done-event-postponed = Le report est affiché partout.
done-event-online = C’est passé en ligne.
done-event-reinstated = C’est rétabli.
done-event-removed = L’évènement est supprimé.

publishing-nth-option = { $nth ->
    [1] premier
    [2] deuxième
    [3] troisième
    [4] quatrième
    [5] cinquième
   *[other] dernier
}

# Published by itself.
publishing-fold-later = Publier plus tard
publishing-fold-later-about = à un jour et une heure de votre choix
publishing-later-date = Publier le
publishing-later-time = À
publishing-later-hint = Sans heure, à 9 h. Vide : tout de suite.
publishing-planned = sera publié le { $day } à { $time }
publishing-unplan = Ne pas publier
publishing-fault-later-date = Indiquez le jour où publier, ou videz ces champs pour publier tout de suite.
publishing-fault-later-time = Indiquez l’heure où publier, comme 9:00.
publishing-fault-later-past = Ce moment est déjà passé. Choisissez-en un à venir, ou videz ces champs pour publier tout de suite.
publishing-fault-later-after = L’évènement aurait déjà eu lieu. Publiez au plus tard le jour même.
done-event-planned = C’est prévu : l’évènement se publiera tout seul. D’ici là, seul·es les animateur·rices du lieu le voient.
done-event-unplanned = L’évènement reste un brouillon.
later-letter-failed-subject = Pas publié : { $title }
later-letter-failed = « { $title } » devait paraître aujourd’hui dans l’agenda de { $place }, et n’a pas pu : la salle a été prise entre-temps, ou vous n’animez plus ce lieu. Le brouillon est gardé.
later-letter-failed-button = Ouvrir le brouillon
