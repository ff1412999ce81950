# What calendar feeds say by themselves.

calendar-title-a-confirmer = To be confirmed: { $title }
calendar-title-complet = Full: { $title }
calendar-title-deplace = Moved: { $title }
calendar-title-en-ligne = Online: { $title }
calendar-title-reporte = Postponed: { $title }
calendar-title-annule = Cancelled: { $title }

calendar-conference = Video meeting:
calendar-conference-label = Video meeting
calendar-online = Online
