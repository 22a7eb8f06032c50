import Discretion
import Testing

/// What gives itself away by its form, and what only looks like it. Numbers are invented; their keys are right.
@Suite struct FormesTests {
  @Test(arguments: [
    ("Appelle-moi au 06 12 34 56 78 ce soir.", "PHONE 06 12 34 56 78"), ("mon num 0612345678", "PHONE 0612345678"),
    ("Le 06.12.34.56.78 sonne occupé.", "PHONE 06.12.34.56.78"), ("tel : 6 12 34 56 78", "PHONE 6 12 34 56 78"),
    ("Joignable au +33 (0)6 12 34 56 78.", "PHONE +33 (0)6 12 34 56 78"),
    ("Depuis la Belgique : +32 470 12 34 56", "PHONE +32 470 12 34 56"), ("O6 12 34 56 78", "PHONE O6 12 34 56 78"),
    (
      "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit",
      "PHONE zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit"
    ),
    ("Écris à anne.le-goff+stage@exemple.fr demain", "EMAIL anne.le-goff+stage@exemple.fr"),
    ("anne point legoff arobase exemple point fr", "EMAIL anne point legoff arobase exemple point fr"),
    ("legoff (at) exemple (dot) fr", "EMAIL legoff (at) exemple (dot) fr"),
    ("Voir https://exemple.fr/a?b=1, merci", "URL https://exemple.fr/a?b=1"),
    ("va sur exemple.com/moi", "URL exemple.com/moi"),
    ("Je loge au 12 bis, rue des Tanneurs 75011 Paris, au fond.", "ADDRESS 12 bis, rue des Tanneurs 75011 Paris"),
    ("jhabite 4 allee des pins", "ADDRESS 4 allee des pins"), ("Elle est née le 3 mai 1990 à l’aube", "DOB 3 mai 1990"),
    ("DDN : 12/04/1987", "DOB 12/04/1987"), ("il est ne le 120487 a brest", "DOB 120487"),
    ("Né à Brest le 12.04.1987, il y vit.", "DOB 12.04.1987"), ("ne\u{301} le 12/04/87", "DOB 12/04/87"),
    ("Mon NIR : 1 85 05 78 006 084 91.", "NIR 1 85 05 78 006 084 91"),
    ("SIRET 732 829 320 00074", "SIRET 732 829 320 00074"), ("SIREN 732 829 320", "SIREN 732 829 320"),
    ("IBAN FR76 3000 6000 0112 3456 7890 189 ok", "IBAN FR76 3000 6000 0112 3456 7890 189"),
    ("be71 0961 2345 6769", "IBAN be71 0961 2345 6769"), ("carte 4111 1111 1111 1111", "CARD 4111 1111 1111 1111"),
    ("garée devant : AB-123-CD", "PLATE AB-123-CD"), ("serveur 192.168.1.254 en panne", "IP 192.168.1.254"),
    ("l’adresse 2001:db8::8a2e:370:7334 répond", "IP 2001:db8::8a2e:370:7334"),
    ("suis @lea_bzh stp", "HANDLE @lea_bzh"),
    ("mon insta c lea.bzh", "HANDLE lea.bzh"), ("J’ai mis planning_mars.xlsx là", "FILE planning_mars.xlsx"),
    ("le mot de passe c’est Tulipe2024!", "SECRET Tulipe2024!"), ("le code de la porte : 48A12", "SECRET 48A12"),
  ]) func `une forme se reconnaît, à ses bornes exactes`(text: String, expected: String) {
    #expect(Lecture.trouve(text).contains(expected), "\(Lecture.trouve(text))")
  }

  @Test(arguments: [
    "Je ne peux pas venir le 12/04/2026.", "Le lot BX-204-KP est bloqué.", "Le lot 20252711 bloque la ligne.",
    "Commande 4510503536 annulée.", "La facture 0612345678 est réglée.",
    "Rendez-vous à 14h30, salle 12.", "Il manque 370 000 000 euros.", "La réunion du 12/04/2026 est déplacée.",
    "La version 1.2.3.4 est sortie.", "L’article 1240 du code civil s’applique.", "Numéro de série XK-4471-2.",
    "Je le fais point par point.", "On se voit à la place prévue.", "Il pleut dans la rue.",
    "Le 3114 répond jour et nuit.",
    "Appelez le 15 ou le 112.", "Le code postal 75011 est faux.", "Fini.je reprends demain", "La 308 SW est en panne.",
  ]) func `ce qui ressemble seulement à un numéro est laissé`(text: String) {
    #expect(Lecture.trouve(text) == [])
  }

  @Test func `deux numéros qui se suivent sont deux`() {
    #expect(
      Lecture.trouve("06 12 34 56 78 06 98 76 54 32") == ["PHONE 06 12 34 56 78", "PHONE 06 98 76 54 32"])
    #expect(Lecture.trouve("carte 4111 1111 1111 1111 12/27") == ["CARD 4111 1111 1111 1111"])
  }

  @Test func `un chiffre faux ne prouve plus rien, et se demande encore`() {
    let juste = Lecture.relecteur.read("IBAN FR76 3000 6000 0112 3456 7890 189")
    let faux = Lecture.relecteur.read("IBAN FR76 3000 6000 0112 3456 7890 188")
    #expect(juste.map(\.certitude) == [.certaine])
    #expect(faux.map(\.certitude) == [.probable])
    #expect(Lecture.trouve("4111 1111 1111 1112") == [])
  }
}
