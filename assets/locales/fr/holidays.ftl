# Public holidays: one message per code of PublicHoliday (src/domain/holidays.rs).

public-holiday-jour-de-l-an = Jour de l’An
public-holiday-vendredi-saint = Vendredi saint
public-holiday-lundi-de-paques = Lundi de Pâques
public-holiday-fete-du-travail = Fête du Travail
public-holiday-victoire-1945 = Victoire 1945
public-holiday-ascension = Ascension
public-holiday-lundi-de-pentecote = Lundi de Pentecôte
public-holiday-fete-nationale = Fête nationale
public-holiday-assomption = Assomption
public-holiday-toussaint = Toussaint
public-holiday-armistice-1918 = Armistice 1918
public-holiday-noel = Noël
public-holiday-lendemain-de-noel = Lendemain de Noël
public-holiday-abolition-de-l-esclavage = Abolition de l’esclavage
