# Days, series, quantities and opening hours in words.

day-today = aujourd’hui
day-tomorrow = demain
day-yesterday = hier
days-in-a-row = du { $first } au { $last }
duration-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}

recurrence-daily = { $every ->
    [1] tous les jours
    [2] un jour sur deux
   *[other] tous les { $every } jours
}
recurrence-weekly-one = { $every ->
    [1] tous les { $plurals }
    [2] un { $days } sur deux
    [3] un { $days } sur trois
   *[other] toutes les { $every } semaines, { $each }
}
recurrence-weekly-several = { $every ->
    [1] tous les { $plurals }
    [2] toutes les deux semaines, { $each }
    [3] toutes les trois semaines, { $each }
   *[other] toutes les { $every } semaines, { $each }
}
recurrence-monthly-date = { $every ->
    [1] le { $day } de chaque mois
    [2] le { $day }, un mois sur deux
   *[other] le { $day }, tous les { $every } mois
}
recurrence-monthly-late-date = { $every ->
    [1] le { $day } des mois qui en ont un
    [2] le { $day }, un mois sur deux s’il en a un
   *[other] le { $day }, tous les { $every } mois s’il y en a un
}
recurrence-monthly-weekday = { $every ->
    [1] { $which } du mois
    [2] { $which } du mois, un mois sur deux
   *[other] { $which } du mois, tous les { $every } mois
}
recurrence-nth-weekday = { $nth ->
    [-1] le dernier { $day }
    [1] le premier { $day }
    [2] le deuxième { $day }
    [3] le troisième { $day }
    [4] le quatrième { $day }
   *[5] le cinquième { $day }
}
recurrence-nths-weekday = les { $nths } { $day }s
recurrence-yearly = { $every ->
    [1] tous les ans, le { $date }
    [2] un an sur deux, le { $date }
   *[other] tous les { $every } ans, le { $date }
}
recurrence-dates = { $dates }
recurrence-many-dates = { $n } dates, { $period }
recurrence-lasting = pendant { $duration }
recurrence-from = à partir du { $date }
recurrence-until = jusqu’au { $date }
recurrence-count = { $n ->
    [one] { $n } date
   *[other] { $n } dates
}
recurrence-at-most = { $n ->
    [one] { $n } date au plus
   *[other] { $n } dates au plus
}
recurrence-only-school-holidays = pendant les vacances scolaires
recurrence-public-holidays = jours fériés
recurrence-school-holidays = vacances scolaires
recurrence-except = sauf { $without }
recurrence-semicolon = { " ; " }
recurrence-pause = pas de séance { $period }, reprise le { $resumes }
recurrence-pause-open = pas de séance à partir du { $from }, reprise à une date à fixer
recurrence-resumes = reprise le { $resumes }

count-places = { $n ->
    [0] aucun lieu
    [one] { $shown } lieu
   *[other] { $shown } lieux
}
count-events = { $n ->
    [0] aucun évènement
    [one] { $shown } évènement
   *[other] { $shown } évènements
}
count-dates = { $n ->
    [0] aucune date
    [one] { $shown } date
   *[other] { $shown } dates
}
count-seats = { $n ->
    [0] aucune place
    [one] { $shown } place
   *[other] { $shown } places
}
price-free = gratuit

opening-open = ouvert maintenant
opening-open-until = ouvert maintenant, jusqu’à { $when }
opening-closed = fermé
opening-closed-opens = fermé, ouvre { $when }
opening-closed-today = fermé aujourd’hui ({ $reason })
opening-closed-today-opens = fermé aujourd’hui ({ $reason }), ouvre { $when }
opening-at = à { $time }
opening-at-day = { $day } à { $time }
opening-unknown = horaires à vérifier
opening-unstated = horaires non renseignés
opening-day-and-night = jour et nuit
opening-every-day = tous les jours
opening-note-holiday = jour férié
opening-note-unconfirmed = jour férié : horaires à vérifier
opening-note-closure = fermeture exceptionnelle
