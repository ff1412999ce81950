# Events in several hands: co-hosts, and several places.
cohosts-do = Co-animation
cohosts-title = Qui anime cet évènement
cohosts-lede = Une personne nommée ici peut modifier l’évènement, l’annuler et voir les inscriptions, même si elle ne tient aucun lieu. Le public ne voit aucun nom.
cohosts-holders = Qui anime
cohosts-nobody = Personne n’est nommé : les animateur·rices du lieu s’en occupent.
cohosts-since = nommé·e le { $day }
cohosts-announced = a publié l’évènement
cohosts-remove = Retirer
cohosts-leave = Ne plus co-animer
cohosts-name = Nommer
cohosts-search = Nommer quelqu’un
cohosts-search-lede = Les membres du lieu, et toute personne dont vous voyez le nom dans l’annuaire. Une lettre le lui dira ; elle peut renoncer d’un geste.
cohosts-search-name = Nom
cohosts-search-submit = Chercher
cohosts-search-more = Il y en a d’autres : précisez le nom.
cohosts-search-nobody = Personne de ce nom que vous puissiez voir.

done-cohost-named = C’est fait : une lettre le lui dit.
done-cohost-removed = Cette personne n’anime plus l’évènement.
done-cohost-left = Vous ne co-animez plus cet évènement.

cohosts-letter-named-subject = Vous co-animez : { $title }
cohosts-letter-named = { $name } vous a nommé·e pour co-animer « { $title } », à { $place }.
cohosts-letter-named-may = Vous pouvez modifier l’évènement, l’annuler et voir qui s’y inscrit. Il est dans « J’anime », et votre nom n’est pas montré au public.
cohosts-letter-named-not = Ce n’est pas prévu ? Sur la page de l’évènement, « Co-animation » permet d’y renoncer d’un geste.
cohosts-letter-button = Voir l’évènement
cohosts-letter-removed-subject = Vous ne co-animez plus : { $title }
cohosts-letter-removed = L’équipe de { $place } vous a retiré·e de la co-animation de « { $title } ».
cohosts-letter-left-subject = { $name } ne co-anime plus : { $title }
cohosts-letter-left = { $name } ne co-anime plus « { $title } », à { $place }. Pensez à nommer quelqu’un d’autre s’il le faut.

shared-with = avec
shared-places = Avec quels lieux
shared-own = organise l’évènement
shared-other = y participe
shared-leave = Retirer ce lieu
done-shared-left = Ce lieu ne participe plus à l’évènement.

shared-letter-added-subject = { $place } annonce un évènement avec { $other } : { $title }
shared-letter-added = L’équipe de { $place } annonce « { $title } » avec { $other } : l’évènement est dans votre agenda. Vous pouvez le modifier et voir les inscriptions.
shared-letter-added-not = Ce n’était pas prévu ? Sur la page de l’évènement, « Co-animation » permet de retirer votre lieu d’un geste.
shared-letter-left-subject = { $place } ne participe plus : { $title }
shared-letter-left = L’équipe de { $place } a retiré son lieu de « { $title } ». L’évènement reste dans votre agenda.
