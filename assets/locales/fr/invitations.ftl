# Invitations, rappels, et lettres aux personnes inscrites.

letter-registration-old-date-subject = Ancien horaire retiré : { $title }
letter-registration-old-date-text = Ce message retire l’ancien horaire de « { $title } » de votre agenda. Le nouveau est dans une autre lettre : votre inscription n’a pas changé.

letter-registration-reminder-day-subject = Bientôt : { $title }
letter-registration-reminder-day-text = Petit rappel : vous avez une place pour « { $title } ».
letter-registration-reminder-hours-subject = Tout à l’heure : { $title }
letter-registration-reminder-hours-text = Petit rappel : vous avez une place pour « { $title } ».
letter-registration-reminder-choose = Vous voulez plus ou moins de rappels ? Cela se règle ici :
letter-registration-meeting = Pour se connecter

reminders-title = Mes rappels
    .lede = Une lettre avant ce à quoi vous êtes inscrit·e. Jamais entre 21 h et 8 h, jamais pour ce qui est annulé.
reminders-day = La veille
reminders-day-hint = À la même heure, un jour avant.
reminders-hours = Deux heures avant
reminders-hours-hint = Le soir d’avant si c’est tôt le matin.

guests-title = Écrire aux personnes inscrites
guests-answers = Chaque personne reçoit sa lettre, sans voir les autres. Les réponses arrivent à votre adresse e-mail, que chacune pourra lire.
guests-audience = À qui
guests-audience-missing = Choisissez à qui vous écrivez.
guests-to-inscrites = { $n ->
    [0] Personnes inscrites : aucune
    [one] 1 personne inscrite
   *[other] { $n } personnes inscrites
}
guests-to-en-attente = { $n ->
    [0] Liste d’attente : personne
    [one] 1 personne en attente
   *[other] { $n } personnes en attente
}
guests-to-venues = { $n ->
    [0] Personnes venues : aucune n’est pointée
    [one] 1 personne venue
   *[other] { $n } personnes venues
}
guests-nobody = Il n’y a personne à qui écrire dans ce choix.
guests-subject = Objet
guests-subject-wrong = Écrivez un objet de { $most } signes au plus.
guests-words = Votre message
guests-words-hint = Du texte simple. La date, le lieu et un lien vers l’inscription s’ajoutent tout seuls.
guests-words-missing = Écrivez votre message.
guests-words-long = Le message est trop long : { $most } signes au plus.
guests-look = Relire avant d’envoyer
guests-preview = Relire la lettre
guests-send = Envoyer
guests-edit = Modifier
guests-sent = Déjà envoyé
guests-sent-one = { $day } : { $to }, par { $name }
done-guests-written = C’est parti : chaque personne reçoit sa lettre.
letter-guests-intro = { $name }, qui prépare « { $title } », vous écrit :
letter-guests-answer = Répondre à cette lettre écrit à { $name }, qui lira votre adresse.

letter-registration-date-elsewhere-subject = Nouveau lieu : { $title }
letter-registration-date-elsewhere-text = « { $title } » change d’adresse ou de salle. Votre inscription suit : il n’y a rien à faire, sauf si vous ne pouvez plus venir.
