import Base

let compteRenduMigrations: [Migration] = [
  Migration(
    "2026-11-29 conseil: les comptes rendus d’une personne suivie",
    // Whether somebody came before is asked at each report: it must not read everybody's.
    "CREATE INDEX compte_rendu_usager ON compte_rendu (usager, jour)")
]
