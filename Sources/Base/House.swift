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

  /// Suspends until a disk refuses to keep what was written, in the base or among the keys; or until cancelled.
  package func untilLoss() async {
    await withTaskGroup { group in
      for database in [database, vault.keys] {
        group.addTask { for await _ in database.losses { return } }
      }
      await group.next()
      group.cancelAll()
    }
  }

  package var hasLost: Bool { database.hasLost || vault.keys.hasLost }

  /// Lets what is being written end, and lets go of both bases. Blocks.
  package func close() {
    database.close()
    vault.keys.close()
  }
}
