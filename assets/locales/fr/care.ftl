# Taking one’s data along, accounts put aside, reports to the coordination.
copy-title = Mes données
copy-text = Un fichier avec tout ce que le réseau garde à votre sujet : compte, profil et qui le voit, lieux, inscriptions, messages, abonnements. Il s’ouvre avec un éditeur de texte et se relit par d’autres logiciels (JSON).
copy-submit = Télécharger mes données
copy-about = Tout ce que { $network } garde à votre sujet, à la date indiquée. Les instants sont en temps universel (UTC).
copy-left-out = Ne figurent pas ici : les mots de passe, codes et adresses secrètes, qui ne sont gardés que sous une forme illisible ; les choix d’autres membres à votre égard ; ce que vous avez écrit pour la page d’un lieu ou un évènement, qui y est public.
