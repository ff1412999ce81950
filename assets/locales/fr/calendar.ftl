# What calendar feeds say by themselves.

calendar-title-a-confirmer = À confirmer : { $title }
calendar-title-complet = Complet : { $title }
calendar-title-deplace = Déplacé : { $title }
calendar-title-en-ligne = En ligne : { $title }
calendar-title-reporte = Reporté : { $title }
calendar-title-annule = Annulé : { $title }

calendar-conference = Salle visio :
calendar-conference-label = Salle visio
calendar-online = En ligne
