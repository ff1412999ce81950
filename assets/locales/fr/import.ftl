# What is wrong with a file that is imported: import-CODE of the problems of src/domain/import and src/domain/commune.

import-empty = Le fichier est vide.
import-no-rows = Le fichier n’a qu’une ligne d’en-tête, sans aucune ligne en dessous.
import-unknown-columns = Les colonnes ne sont celles d’aucune liste connue. Il manque : { $missing }. Colonnes lues : { $found }.
import-missing-columns = Il manque des colonnes : { $missing }.
import-windows-1252 = Le fichier n’est pas en UTF-8 ; il a été lu comme du Windows-1252.
import-contact-removed = Une adresse électronique ou un numéro de téléphone a été retiré du texte.
import-no-point = Ni coordonnées ni commune connue : le lieu sera dans les listes, pas sur les cartes.
import-bad-coordinates = Coordonnées illisibles ou hors de France ({ $lat }, { $lon }) : le centre de la commune les remplace s’il est connu.
import-far-from-commune = Le point est à { $km } km de la commune indiquée : l’un des deux est sans doute faux.
import-bad-website = Ce n’est pas une adresse de site : « { $text } ».
import-unknown-brick = Brique d’activité inconnue : « { $text } ».
import-wrong-field-count = La ligne a { $found } champs au lieu de { $expected }.
import-unreadable = La ligne est illisible.
import-no-name = Le nom manque.
import-unknown-territory = Rien ne dit dans quel département se trouve le lieu (« { $text } »).
import-duplicate = Même lieu qu’à la ligne { $line }.
import-not-open = Le lieu n’est pas ouvert (« { $text } »).
import-bad-insee = « { $insee } » n’est pas un code Insee de commune.
import-duplicate-insee = Le code Insee { $insee } est déjà plus haut.
import-unknown-school-zone = Zone scolaire inconnue : « { $text } » (A, B ou C).
import-bad-date = Date illisible : « { $text } » (il faut par exemple 2029-02-10).
import-ends-before-start = La période finit avant de commencer.

# The report.
import-line-info = Ligne { $line } : { $what }
import-line-warning = Ligne { $line }, à vérifier : { $what }
import-line-skipped = Ligne { $line }, laissée de côté : { $what }
import-places-done = { $created ->
    [one] { $created } lieu créé
   *[other] { $created } lieux créés
}, { $updated } mis à jour, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
}, { $skipped ->
    [one] { $skipped } ligne laissée de côté
   *[other] { $skipped } lignes laissées de côté
}.
import-places-preview = Aperçu, rien n’est écrit : { $created ->
    [one] { $created } lieu à créer
   *[other] { $created } lieux à créer
}, { $updated } à mettre à jour, { $unchanged ->
    [one] { $unchanged } inchangé
   *[other] { $unchanged } inchangés
}, { $skipped ->
    [one] { $skipped } ligne laissée de côté
   *[other] { $skipped } lignes laissées de côté
}.
import-communes-done = { $stored ->
    [one] { $stored } commune enregistrée
   *[other] { $stored } communes enregistrées
}, { $skipped ->
    [one] { $skipped } ligne laissée de côté
   *[other] { $skipped } lignes laissées de côté
}.
import-holidays-done = { $stored ->
    [one] { $stored } période enregistrée
   *[other] { $stored } périodes enregistrées
}, { $skipped ->
    [one] { $skipped } ligne laissée de côté
   *[other] { $skipped } lignes laissées de côté
}, { $series ->
    [one] { $series } série recalculée
   *[other] { $series } séries recalculées
}.
