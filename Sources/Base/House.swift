/// What every room stands on. Made once in `vademecum`, or in a test.
package struct House: Sendable {
  package let database: Database
  package let vault: Vault
  package let faits: Faits
  package let outbox: Outbox

  package init(database: Database, vault: Vault, faits: Faits, keepsSentMail: Bool) {
    self.database = database
    self.vault = vault
    self.faits = faits
    outbox = Outbox(vault: vault, keepsSent: keepsSentMail)
  }
}
