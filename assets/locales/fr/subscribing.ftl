# Être prévenu·e par e-mail : demander, choisir, quitter.

subscribe-mail = Ou un récapitulatif dans votre boîte aux lettres, au rythme que vous choisissez.
subscribe-by-mail = Recevoir par e-mail
subscribe-followers = { $n ->
    [0] Personne ne suit encore ce lieu par e-mail.
    [one] Une personne suit ce lieu par e-mail.
   *[other] { $n } personnes suivent ce lieu par e-mail.
}

rhythm = À quel rythme
rhythm-hebdomadaire = Une fois par semaine
rhythm-quotidien = Chaque jour
rhythm-mensuel = Une fois par mois
rhythm-jamais = Jamais
rhythm-day = Jour
    .hint = Pour un récapitulatif par semaine ou par mois.
rhythm-hour = Vers quelle heure
rhythm-told-hebdomadaire = Chaque { $day } vers { $hour }
rhythm-told-quotidien = Chaque jour vers { $hour }
rhythm-told-mensuel = Le premier { $day } du mois vers { $hour }
rhythm-told-jamais = Jamais

choices-when = Quand
choices-where = Où
choices-where-help = Sans rien choisir ici : tout le réseau.
choices-anywhere = Tout le réseau
choices-own-places = mes lieux
choices-own = Ce qui se passe dans mes lieux
    .hint = Les lieux dont vous êtes membre ou que vous animez.
choices-places = Lieux que je suis
choices-search = Ajouter un lieu
    .hint = Son nom, ou le début de son nom, ou sa commune.
choices-search-go = Chercher
choices-search-none = Aucun lieu ne porte ce nom. Essayez un seul mot, ou la commune.
choices-search-several = Plusieurs lieux portent ce nom : cochez le bon dans « Lieux que je suis », puis effacez ce champ.
choices-found-one = « { $place } » est coché. Enregistrez pour le garder.
choices-found = { $n ->
    [one] Un lieu trouvé : cochez-le, puis enregistrez.
   *[other] { $n } lieux trouvés : cochez les bons, puis enregistrez.
}
choices-what = Quoi
choices-what-help = Sans rien cocher : tout. Une liste où vous cochez ne laisse passer que cela.
choices-territoire = Départements
    .all = ceux de mes choix ci-dessus
choices-genre = Genres
    .all = tous
choices-brique = Activités
    .all = toutes
choices-theme = Thèmes
    .all = tous
choices-competence = Compétences qui m’intéressent
    .hint = Une par ligne. Les nouvelles personnes qui les partagent vous sont signalées en premier.
choices-skills = Compétences
choices-skill-line = Compétence { $n }
choices-not-a-skill = Ce n’est pas une compétence : « { $typed } ». Écrivez-la en quelques mots.
choices-more = { $n ->
    [one] un autre
   *[other] { $n } autres
}

ask-title = Recevoir l’agenda par e-mail
ask-lede = Un récapitulatif de ce qui arrive, sans compte : choisissez, confirmez par e-mail, changez ou arrêtez quand vous voulez.
ask-own = Vous avez un compte : vos choix se règlent là, un seul récapitulatif pour tout.
ask-own-link = Ouvrir mon courrier
ask-email = Votre adresse e-mail
    .hint = Nous y envoyons un lien pour confirmer. Elle n’est montrée à personne.
ask-send = Recevoir le récapitulatif
ask-privacy = Votre adresse ne sert qu’à cela. Un lien dans chaque e-mail permet d’arrêter ou de tout effacer.

asked-title = Regardez votre boîte aux lettres
asked-text = Nous venons d’y envoyer un lien. Ouvrez-le pour confirmer : rien ne vous sera envoyé avant. Il sert pendant deux jours.
asked-nothing = Rien n’arrive ? Regardez parmi les indésirables, ou vérifiez l’adresse et recommencez.

subscription-confirm-title = Confirmez votre abonnement
subscription-confirm-text = Voici ce que vous recevrez par e-mail.
subscription-confirm-send = C’est bien cela, je confirme
subscription-confirm-after = Tout se change ensuite, et s’arrête en un clic.
subscription-again-title = C’est déjà confirmé
subscription-again = Vous recevez le récapitulatif par e-mail.
subscription-manage = Voir et changer mes choix
subscription-void-title = Ce lien ne mène plus à rien
subscription-void = Il a expiré, ou ses abonnements ont été effacés : par lui, plus aucun e-mail ne part.
subscription-void-ask = Recevoir l’agenda par e-mail
subscription-void-member = J’ai un compte : régler mon courrier

preferences-title = Mon courrier
preferences-lede = Un seul récapitulatif, fait de ce que vous choisissez ici.
preferences-lede-letter = Le récapitulatif de l’agenda, fait de ce que vous choisissez ici.
preferences-left = Vous ne recevez plus de récapitulatif. Vos choix sont gardés.
preferences-address = Envoyé à
preferences-address-change = Changer d’adresse
preferences-save = Enregistrer mes choix
preferences-notes = Chaque semaine, les dates à venir de ce que vous animez, à confirmer, déplacer ou annuler d’un geste.
    .link = Régler les notes de la semaine
preferences-stop = Ne plus rien recevoir
preferences-void = Quelqu’un d’autre a reçu un de mes e-mails
    .text = Le lien qu’il contient ouvre cette page. Vous pouvez rendre sans effet tous les liens envoyés jusqu’ici ; les prochains e-mails en auront de nouveaux.
    .send = Rendre ces liens sans effet
preferences-erase = Tout effacer
    .text = Votre adresse et vos choix sont effacés tout de suite, sans retour. Pour recevoir à nouveau, il faudra recommencer.
    .send = Effacer mon adresse et mes choix
preferences-erase-account = Pour effacer aussi vos données :

leave-title = Ne plus recevoir le récapitulatif
leave-now = { $when }, il est envoyé à { $address }.
leave-send = Ne plus recevoir
leave-stays = Les lettres qui vous concernent restent : confirmation, changement ou annulation de ce à quoi vous êtes inscrit·e.
leave-less = Ou moins souvent
    .text = Un seul récapitulatif, au début de chaque mois.
    .send = Une fois par mois
leave-left-title = C’est fait : vous ne recevez plus le récapitulatif
leave-left = Plus aucun récapitulatif n’est envoyé à { $address }.
leave-return = Finalement, le recevoir à nouveau
leave-forgotten = Sans nouvelle de vous, votre adresse et vos choix sont effacés dans trente jours.
leave-all-choices = Tout régler dans mon courrier
leave-one-click = Désabonnement enregistré.

done-subscribed = C’est confirmé. Voici vos choix, que vous pouvez changer ici.
done-subscription-saved = Vos choix sont enregistrés.
done-subscription-left = C’est fait : plus de récapitulatif.
done-subscription-returned = C’est fait : le récapitulatif vous sera à nouveau envoyé.
done-subscription-void = C’est fait : les liens des e-mails déjà envoyés ne mènent plus à rien.
done-subscription-erased = C’est effacé : ni votre adresse ni vos choix ne sont gardés.

letter-subscription-subject = Confirmez : recevoir l’agenda par e-mail
letter-subscription-text = Vous avez demandé à recevoir par e-mail ce qui arrive dans nos lieux. Confirmez, et le premier récapitulatif viendra à son heure.
letter-subscription-rhythm = Rythme
letter-subscription-button = Confirmer mon abonnement
letter-subscription-not-you = Ce n’est pas vous ? Ne faites rien : sans ce lien, rien ne vous sera envoyé.
letter-subscription-member-subject = Votre récapitulatif se règle dans votre compte
letter-subscription-member-text = Quelqu’un, vous sans doute, a demandé à recevoir l’agenda à cette adresse, qui a déjà un compte. Un seul e-mail suffit pour tout : ouvrez vos choix, ce qui a été demandé y est proposé, et enregistrez.
letter-subscription-member-button = Ouvrir mes choix
letter-subscription-member-not-you = Ce n’est pas vous ? Ne faites rien : vos choix ne changent pas.
