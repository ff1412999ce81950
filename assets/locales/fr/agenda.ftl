# The agenda and the panel to follow it in a calendar app.

agenda-views = Présentation de l’agenda
agenda-turn = Changer de période

subscribe = S’abonner
subscribe-intro = { $subject } dans votre propre agenda, toujours à jour : les dates ajoutées, déplacées ou annulées suivent toutes seules.
subscribe-address = Adresse de cet agenda
subscribe-copy = Copier
subscribe-copied = Adresse copiée
subscribe-webcal = Ouvrir dans mon agenda
subscribe-with-google = Ajouter à Google Agenda
subscribe-download = Télécharger une fois (.ics)
subscribe-steps = Pas à pas, selon votre application
subscribe-google = Sur ordinateur : « Autres agendas », puis « + », « À partir de l’URL » ; collez l’adresse. Google ne relit un agenda que toutes les 8 à 24 heures.
subscribe-apple-name = Apple (iPhone, iPad, Mac)
subscribe-apple = Touchez « Ouvrir dans mon agenda » et confirmez. Sur Mac, menu « Fichier », « Nouvel abonnement à un calendrier », collez l’adresse.
subscribe-outlook = « Ajouter un calendrier », « S’abonner à partir du web », collez l’adresse. Ne choisissez pas « Charger à partir d’un fichier » : la copie ne serait jamais mise à jour.
subscribe-thunderbird = « Nouvel agenda », « Sur le réseau », collez l’adresse ; aucun identifiant n’est demandé.
subscribe-android-name = Android sans compte Google
subscribe-android = Avec l’application libre ICSx5 : « + », collez l’adresse, choisissez une couleur. Les dates apparaissent dans l’agenda du téléphone.
subscribe-nextcloud = Dans Agenda : « Nouvel agenda », « Nouvel abonnement par lien », collez l’adresse. Certaines versions ne relisent qu’une fois par semaine.
subscribe-delay = Chaque application décide du moment où elle relit l’agenda. Pour un changement de dernière minute, cette page fait foi.
