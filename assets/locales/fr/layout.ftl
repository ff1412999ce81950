# What stands around every page, and pieces that several pages share.

layout-skip = Aller au contenu
layout-demo = Démonstration : les personnes et les évènements sont inventés.
layout-nav = Navigation principale
layout-agenda = Agenda
layout-places = Lieux
layout-about = À propos
layout-footer = Informations sur le site
layout-made-with = Servi par Vigie, logiciel libre
layout-sources = À propos et sources
layout-legal = Mentions légales
layout-privacy = Confidentialité
layout-accessibility = Accessibilité : non conforme

crumbs = Fil d’Ariane
paging = Pages
paging-previous = Page précédente
paging-next = Page suivante

filters = Chercher et filtrer
filters-text = Mots cherchés
filters-date = À partir du
filters-apply = Afficher
filters-count = { $count ->
    [one] un filtre actif
   *[other] { $count } filtres actifs
}
filters-active = Filtres actifs
filters-remove = Retirer le filtre
filters-clear = Tout effacer

map-skip = Passer la carte et aller à la liste
map-open = ouvert en ce moment
map-several = { $count } lieux :
map-area = { $name } : { $count ->
    [one] { $count } lieu
   *[other] { $count } lieux
}

near-label = Près de chez moi
near-placeholder = Commune ou code postal
near-search = Chercher
near-which = De quelle commune s’agit-il ?
layout-mine = Mon espace
layout-sign-out = Se déconnecter
layout-sign-in = Se connecter
