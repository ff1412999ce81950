# Public holidays: one message per code of PublicHoliday (src/domain/holidays.rs).

public-holiday-jour-de-l-an = New Year’s Day
public-holiday-vendredi-saint = Good Friday
public-holiday-lundi-de-paques = Easter Monday
public-holiday-fete-du-travail = Labour Day
public-holiday-victoire-1945 = Victory in Europe Day
public-holiday-ascension = Ascension Day
public-holiday-lundi-de-pentecote = Whit Monday
public-holiday-fete-nationale = Bastille Day
public-holiday-assomption = Assumption Day
public-holiday-toussaint = All Saints’ Day
public-holiday-armistice-1918 = Armistice Day
public-holiday-noel = Christmas Day
public-holiday-lendemain-de-noel = St Stephen’s Day
public-holiday-abolition-de-l-esclavage = Abolition of slavery
