# Rejoindre un lieu, en être membre, y accueillir les nouveaux venus.

host-bar = Animation de ce lieu
host-bar-members = Membres
host-bar-requests = { $count ->
    [one] { $count } demande
   *[other] { $count } demandes
}
host-bar-welcome = Accueil
host-bar-edit = Modifier la fiche
host-bar-events = Évènements

joining-join = Rejoindre ce lieu
joining-you-asked = Votre demande pour rejoindre ce lieu attend une réponse.
joining-you-are-member = Vous êtes membre de ce lieu.
joining-you-are-host = Vous animez ce lieu.
joining-leave = Quitter ce lieu
joining-withdraw = Retirer ma demande
joining-new-charter = La charte de ce lieu a changé depuis que vous l’avez acceptée.
joining-no-charter-yet = Ce lieu a une charte, que vous n’avez pas encore acceptée.
joining-read-charter = Lire la charte et l’accepter

joining-title = Rejoindre { $place }
joining-direct = Il suffit de le dire : vous êtes membre aussitôt.
joining-on-request = Votre demande part à l’équipe du lieu, qui vous répond par courriel.
joining-waiting-account = Votre compte n’a pas encore été accueilli dans le réseau : l’équipe du lieu répond d’abord à votre demande, et l’accueille en même temps.
joining-who-sees = Qui verra que je suis membre ?
joining-who-sees-text = L’équipe de ce lieu voit votre nom, comment vous venez et depuis quand. Les autres ne voient de vous que ce que vous montrez dans l’annuaire. Votre adresse de courriel n’est montrée à personne.
joining-kind = Comment venez-vous ?
joining-kind-resident = Un poste ou un bureau à l’année.
joining-kind-nomade = De temps en temps, pour travailler.
joining-kind-benevole = Pour donner un coup de main.
joining-kind-usager = Pour les ateliers, les machines, les services.
joining-charter = La charte du lieu
joining-charter-version = Version { $version }, du { $day }
joining-charter-agree = J’ai lu la charte et je l’accepte
joining-submit-direct = Devenir membre
joining-submit-request = Envoyer ma demande
joining-back = Revenir à la page du lieu
joining-already-member = Vous êtes membre de { $place }
joining-already-asked = Votre demande est partie le { $day }.
joining-already-asked-text = L’équipe du lieu vous répond par courriel. Vous pouvez encore la retirer.
joining-my-places = Voir mes lieux

joining-error-kind = Dites comment vous venez.
joining-error-charter = Pour être membre, il faut accepter la charte du lieu.
joining-error-charter-changed = La charte vient de changer. Relisez-la ci-dessous avant de l’accepter.
joining-error-closed = Ce lieu a fermé : on ne peut plus le rejoindre.
joining-error-too-often = Vous avez fait beaucoup de demandes ces derniers jours. Attendez quelques jours avant la prochaine, ou passez voir l’équipe.
joining-error-too-long = C’est trop long : { $limit } caractères au plus.
joining-error-last-host = { $place } n’aurait plus personne pour l’animer. Nommez d’abord quelqu’un d’autre, ou demandez à la coordination du réseau.
joining-error-not-asked = Cette demande a déjà reçu une réponse, ou a été retirée.
joining-error-not-member = Cette personne n’est plus membre du lieu.
joining-error-sponsor = Choisissez un membre du lieu.
joining-error-letter-empty = La lettre est vide.
joining-error-letter-decided = Cette lettre a déjà été envoyée ou mise de côté.
joining-error-email = Cette adresse de courriel n’est pas complète : elle s’écrit nom@exemple.fr.
joining-error-person = Ce compte est suspendu : il ne peut pas animer un lieu.

done-joining-member = Bienvenue ! Vous êtes membre de ce lieu.
done-joining-asked = Votre demande est partie. L’équipe du lieu vous répond par courriel.
done-joining-left = C’est fait : vous n’êtes plus membre de ce lieu.
done-joining-withdrawn = Votre demande est retirée.
done-joining-charter = Merci : vous avez accepté la charte.
done-joining-accepted = La demande est acceptée, une lettre de bienvenue est partie.
done-joining-declined = La demande est déclinée, une lettre est partie.
done-joining-host-named = C’est fait : cette personne anime maintenant le lieu.
done-joining-host-released = C’est fait : cette personne n’anime plus le lieu, elle en reste membre.
done-joining-removed = C’est fait : cette personne n’est plus membre du lieu. Une lettre le lui dit.
done-joining-rules = Les réglages de l’accueil sont enregistrés.
done-joining-ticked = C’est noté.
done-joining-letter-sent = La lettre est partie. La réponse arrivera dans votre boîte aux lettres.
done-joining-letter-aside = La lettre est mise de côté : elle ne partira pas.
done-joining-host-invited = Une invitation est partie à cette adresse.

charter-title = La charte du lieu
charter-you-accepted = Vous avez accepté la version { $version } le { $day }.
charter-members-only = Elle est acceptée par qui rejoint le lieu.
charter-submit = J’accepte cette version

leaving-title = Quitter { $place }
leaving-withdraw-title = Retirer ma demande pour { $place }
leaving-text = Voici ce que cela entraîne :
leaving-hosts = l’équipe ne vous compte plus parmi les membres ;
leaving-directory = ce que vous montriez aux membres de ce lieu ne leur est plus montré ;
leaving-notes = ce qui a été noté pour votre accueil, et votre accord avec la charte, sont effacés ;
leaving-registrations = vos inscriptions à des évènements restent.
leaving-withdraw-text = L’équipe du lieu ne la verra plus. Vous pourrez en refaire une plus tard.
leaving-submit = Quitter ce lieu
leaving-keep = Rester membre

own-places-title = Mes lieux
own-places-empty = Vous n’êtes membre d’aucun lieu pour le moment
own-places-empty-text = Sur la page de chaque lieu, un bouton permet de le rejoindre.
own-places-find = Trouver un lieu
own-places-asked = demande du { $day }
own-places-since = depuis le { $day }
own-places-manage = Membres et demandes

joining-people-title = Membres
joining-people-requests = Demandes à traiter
joining-people-no-request = Aucune demande n’attend.
joining-people-asked-on = Demande du { $day }
joining-people-account-waiting = Ce compte est nouveau dans le réseau : l’accepter ici l’y accueille aussi.
joining-people-word = Un mot pour { $name }
joining-people-word-hint = Il est envoyé avec la réponse.
joining-people-accept = Accepter
joining-people-decline = Décliner
joining-people-list = Membres
joining-people-count = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
joining-people-found = { $count ->
    [0] Personne de ce nom
    [one] { $count } personne trouvée
   *[other] { $count } personnes trouvées
}
joining-people-search = Chercher un nom
joining-people-search-submit = Chercher
joining-people-none = Personne n’a encore rejoint ce lieu.
joining-people-since = Membre depuis le { $day }
joining-people-charter-accepted = Charte acceptée, version { $version }
joining-people-charter-old = Charte acceptée dans une version plus ancienne
joining-people-charter-not = Charte pas encore acceptée
joining-people-manage = Gérer
joining-people-make-host = Confier l’animation
joining-people-make-host-hint = { $name } pourra modifier la fiche, publier des évènements et répondre aux demandes.
joining-people-end-host = Retirer l’animation
joining-people-end-host-hint = { $name } reste membre du lieu.
joining-people-remove = Retirer du lieu
joining-people-remove-hint = { $name } n’est plus membre ; une lettre le lui dit, avec votre mot.
joining-people-last-host = { $name } est la seule personne qui anime ce lieu. Pour changer, nommez d’abord quelqu’un d’autre.
joining-people-rules = Régler l’accueil : charte, mot de bienvenue, demandes

newcomers-title = Accueil des nouveaux venus
newcomers-lede = Les personnes arrivées depuis moins de trois mois, et ce qui reste à faire avec elles.
newcomers-none = Personne de nouveau en ce moment
newcomers-none-text = Qui rejoint le lieu apparaît ici pendant trois mois, avec une liste de premiers pas.
newcomers-letters = Lettres à relire
newcomers-letters-text = Rien ne part sans vous. Relisez, changez ce que vous voulez, puis envoyez ; ou mettez de côté.
newcomers-letter-un-mois = { $name }, un mois après son arrivée
newcomers-letter-six-semaines = { $name }, six semaines après son arrivée
newcomers-letter-text = Votre lettre
newcomers-letter-hint = La réponse arrivera à votre adresse, { $email }, que { $name } verra.
newcomers-letter-send = Envoyer cette lettre
newcomers-letter-aside = Mettre de côté
newcomers-people = Nouveaux venus
newcomers-joined = Membre depuis le { $day }
newcomers-progress = { $done } sur { $all }
newcomers-next-letter = Une lettre vous sera proposée le { $day }.
newcomers-letter-sent = Lettre envoyée par { $who } le { $day }.
newcomers-letter-was-aside = Lettre mise de côté par { $who } le { $day }.
newcomers-step-visite = Visite du lieu
newcomers-step-charte = Charte acceptée
newcomers-step-annuaire = Choix dans l’annuaire
newcomers-step-premiere-demande = Première demande
newcomers-step-premiere-offre = Première offre
newcomers-step-parrainage = Parrain ou marraine
newcomers-step-premier-evenement = Premier évènement
newcomers-done-by = noté par { $who } le { $day }
newcomers-done-known = le { $day }
newcomers-sponsored-by = { $sponsor }, noté par { $who } le { $day }
newcomers-somebody = quelqu’un dont le compte n’existe plus
newcomers-tick = Noter
newcomers-untick = Annuler
newcomers-sponsor = Parrain ou marraine de { $name }
newcomers-sponsor-choose = Choisir un membre
newcomers-draft-un-mois =
    Bonjour { $name },

    Voilà un mois que vous venez à { $place }. Comment ça se passe ? Avez-vous trouvé vos marques, rencontré du monde ?

    Si quelque chose vous manque, ou si vous avez une idée pour le lieu, répondez simplement à cette lettre, ou passez me voir.

    { $host }
newcomers-draft-six-semaines =
    Bonjour { $name },

    Six semaines déjà ! Y a-t-il un savoir-faire que vous aimeriez partager, ou quelque chose que vous cherchez à apprendre ? Quelqu’un ici, ou dans un autre lieu du réseau, peut sûrement répondre.

    Et si vous avez deux minutes : qu’est-ce qui vous ferait rester, qu’est-ce qui vous ferait partir ?

    { $host }

joining-rules-title = Réglages de l’accueil
joining-rules-joining = Comment devient-on membre ?
joining-rules-joining-directe = En le disant
joining-rules-joining-directe-hint = Toute personne qui a un compte dans le réseau est membre aussitôt.
joining-rules-joining-sur-demande = Sur demande
joining-rules-joining-sur-demande-hint = Vous recevez un courriel et vous répondez.
joining-rules-welcome = Mot de bienvenue
joining-rules-welcome-hint = Envoyé à qui devient membre : où sont les clés, à qui parler, quand passer. Texte simple, 4 000 caractères au plus.
joining-rules-charter = Charte du lieu
joining-rules-charter-hint = Ce que chacun·e accepte en rejoignant le lieu. Laissez vide s’il n’y en a pas. Mise en forme : une ligne vide sépare deux paragraphes, un tiret commence un point de liste, **deux étoiles** mettent en gras.
joining-rules-charter-now = En vigueur : version { $version }, du { $day }, écrite par { $who }.
joining-rules-charter-raises = Si vous changez ce texte, c’est une nouvelle version : il sera demandé à chaque membre de l’accepter, à sa prochaine visite de la page du lieu.
joining-rules-charter-none = Il n’y a pas de charte pour le moment.
joining-rules-changed = { $who } a changé la charte pendant que vous écriviez (version { $version }). Votre texte est gardé ci-dessous ; voici le sien. Reprenez ce qu’il faut, puis enregistrez.
joining-rules-changed-text = La charte en vigueur, version { $version }
joining-rules-submit = Enregistrer

joining-hosts-title = Animateur·rices du réseau
joining-hosts-lede = Qui anime quel lieu, et à qui le confier.
joining-hosts-none = Personne n’anime ce lieu
joining-hosts-without = { $count ->
    [one] Un lieu de cette page n’a personne pour l’animer.
   *[other] { $count } lieux de cette page n’ont personne pour les animer.
}
joining-hosts-entrust = Confier ce lieu
joining-hosts-email = Adresse de courriel
joining-hosts-email-hint = Avec un compte, la personne anime aussitôt le lieu. Sans compte, une lettre l’invite à en ouvrir un.
joining-hosts-submit = Confier
joining-hosts-release = Retirer l’animation à { $name }
joining-hosts-search = Chercher un lieu
joining-hosts-empty = Aucun lieu de ce nom

joining-letter-request-subject = { $name } demande à rejoindre { $place }
joining-letter-request = { $name } voudrait être membre de { $place }.
joining-letter-request-button = Répondre à cette demande
joining-letter-welcome-subject = Bienvenue ! Vous êtes membre de { $place }
joining-letter-welcome = Bonjour { $name }, vous êtes maintenant membre de { $place }.
joining-letter-see-place = Voir la page du lieu
joining-letter-declined-subject = Votre demande pour rejoindre { $place }
joining-letter-declined = Bonjour { $name }, l’équipe de { $place } ne peut pas donner suite à votre demande pour le moment.
joining-letter-see-places = Voir les autres lieux
joining-letter-removed-subject = Vous n’êtes plus membre de { $place }
joining-letter-removed = Bonjour { $name }, l’équipe de { $place } vous a retiré·e de la liste de ses membres.
joining-letter-host-subject = Vous animez maintenant { $place }
joining-letter-host = Bonjour { $name }, l’animation de { $place } vous est confiée : vous pouvez modifier la fiche, publier des évènements et répondre aux demandes.
joining-letter-newcomer-subject = Des nouvelles de { $place }, par { $host }
joining-letter-newcomer-after = Répondez simplement à cette lettre : { $host } vous lira.
