import Html

/// Words for those who listen to the page, where a drawing or a place says it to those who see it.
package func lu(_ texte: String) -> Markup { span(.class("lu")) { texte } }
