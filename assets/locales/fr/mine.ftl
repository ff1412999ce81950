# What is one member's own: their agenda and their private feeds.

mine-title = Mon espace
mine-heading = Bonjour { $name }
mine-waiting = Votre compte attend d’être accueilli par un lieu ou par la coordination. D’ici là, l’agenda et les pages des lieux vous sont ouverts.
mine-going = J’y vais
mine-going-empty = Vous n’êtes inscrit·e à rien pour le moment.
mine-hosting = J’anime
mine-hosting-empty = Rien n’est annoncé parmi ce que vous animez.
mine-around = Dans mes lieux
mine-around-empty = Rien n’est annoncé dans vos lieux pour le moment.
mine-no-place = Vous n’êtes encore membre d’aucun lieu
    .text = Choisissez les lieux où vous travaillez ou passez : leurs évènements s’afficheront ici.
mine-find-place = Trouver mes lieux
mine-see-agenda = Voir l’agenda du réseau
mine-side = Mes lieux et mes raccourcis
mine-places = Mes lieux
mine-shortcuts = Raccourcis
mine-announce = Annoncer un évènement : { $place }
mine-manage-events = Gérer les évènements : { $place }
mine-door = J’ouvre, je ferme : { $place }
mine-to-account = Mon compte
mine-to-hosts = Les animateur·rices du réseau
mine-to-mail = Le courrier du réseau
mine-feeds = Mon agenda dans mes appareils
    .intro = Vos rendez-vous dans l’agenda de votre téléphone ou de votre ordinateur, à jour tout seuls.
    .lede = Une adresse secrète pour chaque appareil : ce à quoi vous allez, ce que vous animez et, si vous le voulez, ce qui se passe dans vos lieux. Chaque adresse se change ou se supprime seule, sans toucher aux autres.
mine-feeds-count = { $count ->
    [one] Un abonnement en service
   *[other] { $count } abonnements en service
}
mine-feeds-manage = Gérer mes abonnements
mine-feeds-open = En service
mine-feed-first = Créer une adresse
mine-feed-another = Créer une autre adresse
mine-feeds-full = Vous avez dix adresses, le plus que l’on puisse avoir. Supprimez celle d’un appareil que vous n’utilisez plus pour en créer une autre.
mine-feed-name = Pour quel appareil
    .hint = Un nom pour la reconnaître, par exemple « Mon téléphone ».
    .error = Donnez un nom à cet abonnement (60 caractères au plus).
mine-feed-name-proposed = Mon téléphone
mine-feed-with-places = Avec tous les évènements de mes lieux
    .hint = Sans cette case : seulement ce à quoi vous êtes inscrit·e et ce que vous animez. Ce qui se passe dans vos lieux ne vous marque pas comme occupé·e.
mine-feed-reminders = Me rappeler ce à quoi je vais et ce que j’anime
    .hint = Une heure avant ; la veille à 18 h pour les journées entières. Certaines applications, dont Google Agenda, ignorent ces rappels.
mine-feed-open = Créer l’adresse
mine-feed-since = Adresse du { $day }
mine-feed-holds-places = avec les évènements de mes lieux
mine-feed-holds-mine = ce à quoi je vais et ce que j’anime
mine-feed-rings = avec rappels
mine-feed-silent = sans rappels
mine-feed-subject = Mes rendez-vous
mine-feed-keep = Cette adresse ouvre votre agenda à qui la connaît : ne la publiez pas. Elle est montrée ici pendant une heure, puis plus jamais.
mine-feed-hidden = L’adresse n’est plus montrée. Si votre appareil l’a déjà, il n’y a rien à faire. Sinon, faites-en une nouvelle ci-dessous.
mine-feed-choices = Ce qu’elle contient
mine-feed-save = Enregistrer
mine-feed-renew = Changer d’adresse
    .text = À faire si quelqu’un d’autre connaît l’adresse, ou si vous l’avez perdue. L’ancienne ne mène plus nulle part : il faudra abonner l’appareil à nouveau.
mine-feed-renew-button = Faire une nouvelle adresse
mine-feed-revoke = Supprimer cet abonnement
    .text = L’appareil ne recevra plus rien. Vos autres abonnements, votre compte et vos lieux ne changent pas.
mine-feed-revoke-button = Supprimer l’abonnement

done-feed-opened = L’adresse est prête. Abonnez maintenant votre appareil.
done-feed-saved = L’abonnement est enregistré. Votre appareil suivra à sa prochaine lecture.
done-feed-renewed = Voici la nouvelle adresse. L’ancienne ne mène plus nulle part.
done-feed-revoked = L’abonnement est supprimé.

feed-mine = Mes rendez-vous ({ $network })
feed-mine-alone = Ce à quoi je vais et ce que j’anime. Cette adresse est personnelle.
feed-mine-with-places = Ce à quoi je vais, ce que j’anime et les évènements de mes lieux. Cette adresse est personnelle.
