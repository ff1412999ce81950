# Le récapitulatif envoyé par courriel.

digest-hello = Bonjour { $name },
digest-hello-unnamed = Bonjour,
digest-dates = { $n ->
    [one] 1 rendez-vous
   *[other] { $n } rendez-vous
}
digest-elsewhere = { $n ->
   *[other] { $n } ailleurs
}
digest-subject = { $days } : { $where }
digest-subject-fresh = Nouveau : { $title }
digest-subject-changed = Du changement : { $title }
digest-subject-others = { $n ->
    [one] et un autre rendez-vous
   *[other] et { $n } autres rendez-vous
}
digest-subject-own = Pour vous, { $days }

digest-going = Vos rendez-vous
digest-going-all = Tout mon agenda
digest-going-setting = Régler mes rappels
digest-changed = Ce qui change
digest-changed-setting = Choisir mes lieux
digest-week-setting = Choisir mes lieux
digest-fresh = Nouveau à l’agenda
digest-fresh-setting = Choisir mes sujets
digest-people = De nouvelles personnes dans vos lieux
digest-people-all = Tout l’annuaire
digest-people-setting = Choisir mes compétences

digest-new = Nouveau
digest-back = A bien lieu
digest-from = à partir du { $when }
digest-moved-from = d’abord prévu { $when }
digest-other-dates = { $n ->
    [one] une autre date aussi
   *[other] { $n } autres dates aussi
}
digest-more-going = { $n ->
    [one] Et une autre date où vous êtes inscrit·e
   *[other] Et { $n } autres dates où vous êtes inscrit·e
}
digest-more-changes = { $n ->
    [one] Et un autre changement
   *[other] Et { $n } autres changements
}
digest-more-dates = { $n ->
    [one] Et un autre rendez-vous
   *[other] Et { $n } autres rendez-vous
}
digest-more-fresh = { $n ->
    [one] Et une autre annonce
   *[other] Et { $n } autres annonces
}
digest-see-agenda = Voir l’agenda

digest-why-member = Vous recevez ce récapitulatif parce que vous avez un compte sur { $site } ({ $network }).
digest-why-newsletter = Vous recevez cette lettre parce que vous l’avez demandée sur { $site } ({ $network }).
digest-settings = Choisir ce que je reçois
digest-rhythm = Changer le jour ou la fréquence
digest-leave = Ne plus rien recevoir

digest-preview-title = Votre prochain récapitulatif
digest-preview-settings = Mon courrier
digest-preview-due = Prévu
digest-preview-lede = Le voici avec ce qui est annoncé aujourd’hui ; il se complétera d’ici là.
digest-preview-empty = Pour le moment, il n’y a rien à vous dire : dans ce cas, aucun courrier ne part.
digest-preview-never = Vous avez choisi de ne pas recevoir de récapitulatif.
digest-preview-subject = Objet
digest-preview-mail = Le message
digest-preview-frame = Le récapitulatif, comme dans une boîte aux lettres
digest-preview-alone = L’ouvrir seul
digest-preview-text = En texte seul
