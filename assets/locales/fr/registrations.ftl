# Registering for an event: forms, the list of hosts, letters.

registration-state-confirmee = Inscription confirmée
registration-state-en-attente = Sur liste d’attente
registration-state-a-valider = Demande envoyée
registration-state-refusee = Demande déclinée
registration-state-annulee = Inscription annulée

seats-left = { $n ->
    [one] Il reste une place.
   *[other] Il reste { $n } places.
}
seats-full = Complet.
seats-waiting = { $n ->
    [0] Personne n’attend encore.
    [one] Une personne attend.
   *[other] { $n } personnes attendent.
}
party-count = { $n ->
    [one] 1 personne
   *[other] { $n } personnes
}

panel-heading = Inscription
panel-register = S’inscrire
panel-tap = J’y vais
panel-wait = Rejoindre la liste d’attente
panel-ask = Demander une place
panel-options = Venir à plusieurs, voir les questions
panel-manage = Voir, changer ou annuler
panel-hosts = Voir les inscriptions
panel-series = On s’inscrit une fois pour toutes les dates.

register-heading = S’inscrire : { $title }
register-name = Votre nom
register-name-hint = Tel que vous voulez être accueilli·e.
register-email = Votre adresse e-mail
register-email-hint = Nous y envoyons un lien pour confirmer. Elle n’est montrée qu’aux animateur·rices du lieu.
register-size = Combien serez-vous ?
register-size-hint = Vous compris·e, { $max } au plus.
register-show-name = Montrer mon nom aux autres personnes inscrites
register-show-name-hint = Sans cela, seul·es les animateur·rices du lieu le voient.
register-visitor-note = Nous vous envoyons une lettre avec un lien. Votre place est prise quand vous l’avez suivi, pas avant.
register-approval-note = Le lieu valide chaque inscription et vous répond par e-mail.
register-wait-note = Toutes les places sont prises. Sur la liste d’attente, chacun·e monte dans l’ordre dès qu’une place se libère, et l’apprend par e-mail.
register-sign-in-note = Vous avez un compte ? Un seul geste suffit :
register-sign-in = se connecter
register-send = Recevoir le lien par e-mail
register-send-member = Je m’inscris
register-send-wait = Rejoindre la liste d’attente
register-send-ask = Demander une place
register-back = Revenir à l’évènement

refused-not-needed = Il n’y a pas besoin de s’inscrire : venez.
refused-called-off = Ce rendez-vous n’a pas lieu : on ne peut pas s’y inscrire.
refused-over = Ce rendez-vous est passé.
refused-closed = Les inscriptions sont closes. Appelez le lieu : il reste peut-être une place.
refused-full = Toutes les places sont prises, et il n’y a pas de liste d’attente.
refused-members-only = Ce rendez-vous est réservé aux membres du réseau. Connectez-vous pour vous inscrire.
refused-group = { $max ->
    [one] Une inscription vaut pour une personne.
   *[other] Écrivez un nombre de 1 à { $max }.
}
refused-seats = { $left ->
    [0] Il ne reste aucune place de plus.
    [one] Il ne reste qu’une place de plus.
   *[other] Il ne reste que { $left } places de plus.
}
refused-answer = Répondez à cette question.
refused-declined = Le lieu a décliné votre demande. Parlez-en avec lui.
refused-registered = Des personnes sont inscrites : ce choix ne peut plus changer.
refused-name = Écrivez votre nom, en 80 signes au plus, sans adresse.
refused-email = Écrivez une adresse comme prenom@exemple.fr.

sent-title = Regardez votre boîte aux lettres
sent-text = Une lettre part à l’adresse que vous avez écrite. Suivez son lien pour confirmer : votre place n’est pas prise avant.
sent-late = Rien après quelques minutes ? Regardez dans les courriers indésirables, vérifiez l’adresse, puis recommencez.
sent-once = Le lien vaut 24 heures.

confirm-title = Confirmer mon inscription
confirm-heading = Confirmez votre inscription
confirm-text = Un dernier geste : votre place est prise quand vous confirmez.
confirm-send = Confirmer
confirm-expired-title = Ce lien ne vaut plus
confirm-expired = Il a plus de 24 heures, ou le rendez-vous n’est plus annoncé. Inscrivez-vous de nouveau depuis la page de l’évènement.

manage-title = Mon inscription
manage-confirmee = Votre place est prise. À bientôt !
manage-en-attente = Vous êtes n° { $position } sur la liste d’attente. Dès qu’une place se libère pour vous, elle est à vous et nous vous écrivons.
manage-passed-over = { $left ->
    [one] Une place est libre, trop peu pour votre groupe : elle peut aller à la suite de la liste. Venez à moins, et elle est à vous.
   *[other] { $left } places sont libres, trop peu pour votre groupe : elles peuvent aller à la suite de la liste. Venez à moins, et elles sont à vous.
}
manage-a-valider = Le lieu a reçu votre demande. Il vous répond par e-mail.
manage-refusee = Le lieu n’a pas pu vous donner de place.
manage-annulee = Vous ne venez plus. Changé d’avis ? Inscrivez-vous de nouveau depuis la page de l’évènement.
manage-over = Ce rendez-vous est passé : il n’y a plus rien à changer.
manage-off = Ce rendez-vous n’a pas lieu. Il n’y a rien à faire.
manage-ics = Ajouter à mon agenda (.ics)
manage-change = Changer mon inscription
manage-save = Enregistrer
manage-cancel-title = Je ne viens plus
manage-cancel-text = Votre place va à quelqu’un d’autre. Pas besoin d’expliquer.
manage-cancel = Annuler mon inscription
manage-others = Qui vient aussi
manage-others-note = Celles et ceux qui ont choisi de montrer leur nom.
done-registration-changed = C’est enregistré.
done-registered = C’est noté. Une lettre vous le confirme.
done-registration-cancelled = Votre inscription est annulée. Merci de l’avoir dit.

list-title = Inscriptions
list-heading = Inscriptions : { $title }
list-dates = Dates
list-counts = { $seats ->
    [none] { $taken } personnes
   *[other] { $taken } sur { $seats } places
}
list-counts-came = { $n ->
    [0] personne n’est encore pointé
    [one] 1 personne venue
   *[other] { $n } personnes venues
}
list-asked = À valider
list-confirmed = Inscrit·es
list-waiting = Liste d’attente
list-gone = N’en sont plus
list-none = Personne pour le moment.
list-came = Venu·e
list-absent = Absent·e
list-approve = Accepter
list-approve-full = La jauge est atteinte et il n’y a pas de liste d’attente : la demande reste à valider. Augmentez la jauge, ou déclinez.
list-decline = Décliner
list-remove = Retirer de la liste
list-more = Détails
list-word = Un mot à { $name }
list-word-hint = Part avec la lettre. Facultatif.
list-position = n° { $n }
list-passed-over = ne tient pas dans ce qui reste : la suite de la liste passe devant tant que c’est ainsi
list-walk-in = venu·e sans inscription
list-add = Ajouter quelqu’un qui est là
list-add-name = Nom
list-add-size = Combien
list-add-send = Ajouter
list-add-full = { $left ->
    [0] La jauge est atteinte. Notez les absent·es pour libérer leur place, ou augmentez la jauge de l’évènement.
    [one] Il ne reste qu’une place.
   *[other] Il ne reste que { $left } places.
}
list-sheet = Feuille d’émargement à imprimer
list-csv = Tableau (.csv)
list-rules = Réglages
done-noted = Noté.
done-decided = C’est fait : la personne est prévenue.
done-walk-in = Ajouté·e à la liste.

sheet-title = Feuille d’émargement
sheet-name = Nom
sheet-people = Nombre
sheet-signature = Signature
sheet-print = Pour l’imprimer : menu du navigateur, « Imprimer ». Des lignes vides restent pour qui vient sans s’être inscrit.

csv-name = Nom
csv-email = E-mail
csv-people = Personnes
csv-state = État
csv-came = Venu·e
csv-registered = Inscription le
csv-yes = oui
csv-no = non

rules-heading = Inscriptions : { $title }
rules-mode-note = Le mode d’inscription, la jauge et la date limite se règlent avec l’évènement.
rules-group = Personnes par inscription, au plus
rules-group-hint = 1 : chacun·e s’inscrit soi-même. 20 au plus.
rules-waitlist = Tenir une liste d’attente quand c’est complet
rules-members = Réserver aux membres du réseau
rules-series = S’inscrire une fois pour toutes les dates
rules-series-hint = Pour une formation en plusieurs séances. Sinon, chaque date a sa liste.
rules-questions = Questions à poser
rules-questions-hint = Cinq au plus, si possible aucune : chaque question fait renoncer quelqu’un.
rules-question = Question { $n }
rules-choices = Réponses au choix
rules-choices-hint = Une par ligne. Vide : réponse libre.
rules-required = Réponse obligatoire
rules-save = Enregistrer
rules-fault-group = Écrivez un nombre de 1 à 20.
rules-fault-question = Une question tient en 160 signes.
rules-fault-choices = Donnez de deux à douze réponses de 80 signes au plus, ou aucune.
done-rules-saved = Les réglages sont enregistrés.

letter-registration-when = Quand
letter-registration-next = Prochaine date
letter-registration-where = Où
letter-registration-size = Personnes
letter-registration-position = Votre rang
letter-registration-free = Places libres
letter-registration-before = Prévu d’abord
letter-registration-word = Un mot du lieu :
letter-registration-button = Voir mon inscription
letter-registration-after = Vous ne pouvez plus venir ? Dites-le par ce lien : votre place ira à quelqu’un d’autre.

letter-registration-link-subject = À confirmer : { $title }
letter-registration-link-text = Vous souhaitez venir à « { $title } ». Confirmez par le lien ci-dessous : votre place n’est pas prise avant.
letter-registration-link-button = Confirmer mon inscription
letter-registration-link-after = Le lien vaut 24 heures. Vous n’avez rien demandé ? Ne faites rien : personne n’est inscrit.
letter-registration-confirmed-subject = Inscription confirmée : { $title }
letter-registration-confirmed-text = Votre place est prise pour « { $title } ». À bientôt !
letter-registration-waiting-subject = Liste d’attente : { $title }
letter-registration-waiting-text = Toutes les places de « { $title } » sont prises : vous êtes sur la liste d’attente. Dès qu’une place se libère pour vous, elle est à vous et nous vous écrivons. D’ici là, ne venez pas pour rien.
letter-registration-asked-subject = Demande envoyée : { $title }
letter-registration-asked-text = Le lieu a reçu votre demande pour « { $title } ». Il valide chaque inscription et vous répond par e-mail.
letter-registration-already-subject = Déjà inscrit·e : { $title }
letter-registration-already-text = Quelqu’un, vous sans doute, a demandé à s’inscrire à « { $title } » avec votre adresse. Vous êtes déjà sur la liste : rien n’a changé.
letter-registration-moved-up-subject = Une place pour vous : { $title }
letter-registration-moved-up-text = Une place s’est libérée : vous n’attendez plus, votre place est prise pour « { $title } ».
letter-registration-passed-over-subject = Toujours sur la liste d’attente : { $title }
letter-registration-passed-over-text = Des places de « { $title } » se sont libérées, trop peu pour votre groupe. Elles sont allées à la suite de la liste ; vous gardez votre rang. Si vous pouvez venir à moins, dites-le par le lien.
letter-registration-declined-subject = Pas de place cette fois : { $title }
letter-registration-declined-text = Le lieu n’a pas pu vous donner de place pour « { $title } ».
letter-registration-cancelled-subject = Inscription annulée : { $title }
letter-registration-cancelled-text = C’est noté : vous ne venez plus à « { $title } ». Merci de l’avoir dit.
letter-registration-removed-subject = Inscription retirée : { $title }
letter-registration-removed-text = Le lieu vous a retiré·e de la liste de « { $title } ».
letter-registration-date-moved-subject = Nouvel horaire : { $title }
letter-registration-date-moved-text = « { $title } » change de date ou d’heure. Votre inscription suit : il n’y a rien à faire, sauf si vous ne pouvez plus venir.
letter-registration-date-postponed-subject = Reporté : { $title }
letter-registration-date-postponed-text = « { $title } » est reporté à une date qui n’est pas encore connue. Ne venez pas à celle-ci. Votre inscription reste ; nous vous écrirons.
letter-registration-date-online-subject = En ligne : { $title }
letter-registration-date-online-text = « { $title } » aura lieu en ligne. Le lien est sur la page de votre inscription.
letter-registration-date-cancelled-subject = Annulé : { $title }
letter-registration-date-cancelled-text = « { $title } » n’aura pas lieu à cette date. Ne venez pas.
letter-registration-date-on-subject = Ça a bien lieu : { $title }
letter-registration-date-on-text = « { $title } » a finalement lieu. Votre inscription vaut toujours.
letter-registration-to-approve-subject = Une demande à valider : { $title }
letter-registration-to-approve-text = Quelqu’un demande une place pour « { $title } » et attend votre réponse. Les demandes suivantes du jour vous attendent au même endroit.
letter-registration-to-approve-button = Voir les demandes
