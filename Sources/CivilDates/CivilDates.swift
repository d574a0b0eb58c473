// CivilDates
