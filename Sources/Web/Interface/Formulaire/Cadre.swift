import Html

/// What surrounds every field: its label, a hint, and what is to be taken up again, all tied to it.
struct Cadre {
  let id: String
  let label: String
  let aide: String?
  let erreur: String?
  let facultatif: Langue?

  /// - Parameter id: the field's own id when its name appears twice on the page.
  init(_ nom: String, id: String?, label: String, aide: String?, erreur: String?, facultatif: Langue?) {
    self.id = id ?? identifiant(nom)
    self.label = label
    self.aide = aide
    self.erreur = erreur
    self.facultatif = facultatif
  }

  /// The ids of the sentences about this field.
  var describedBy: Attribute? {
    let ids = [aide.map { _ in "aide-\(id)" }, erreur.map { _ in "reprise-\(id)" }].compactMap(\.self)
    return ids.isEmpty ? nil : .aria(.describedby, ids.joined(separator: " "))
  }

  var invalid: Attribute? { erreur == nil ? nil : .aria(.invalid, "true") }

  var classes: String { erreur == nil ? "champ" : "champ a-reprendre" }

  var intitule: Markup {
    group {
      label
      if let facultatif { span(.class("facultatif")) { facultatif(" (facultatif)", " (optional)") } }
    }
  }

  var phrases: Markup {
    group {
      if let aide { p(.class("aide"), .id("aide-\(id)")) { aide } }
      if let erreur {
        p(.class("reprise"), .id("reprise-\(id)")) {
          Pictogramme.arret.dessin
          span { erreur }
        }
      }
    }
  }

  /// Label, sentences, then the control: read in this order.
  func entoure(_ controle: Markup) -> Markup {
    div(.class(classes)) {
      Html.label(.for(id)) { intitule }
      phrases
      controle
    }
  }
}
