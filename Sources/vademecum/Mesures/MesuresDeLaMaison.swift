import Base
import Html
import Personnes
import Temps
import Web

/// What `/metrics` tells of this node and of its house, besides requests. Nothing of it names anybody.
struct MesuresDeLaMaison: Sendable {
  let house: House
  let live: LiveStream
  let rondes: Rondes
  let depuis: Instant

  func read(at now: Instant) async -> [Grandeur] {
    ceNoeud + base + rondes.grandeurs + Processus.grandeurs + (await etat(now))
  }

  private var ceNoeud: [Grandeur] {
    [
      Grandeur(
        "vademecum_build_info", .gauge, Phrase("La version qui court.", "The version that runs."),
        [Grandeur.Point([("version", version), ("engine", "\(house.database.engine)")], 1)]),
      .gauge("process_start_time_seconds", Phrase("Depuis quand.", "Since when."), depuis.seconds),
      .gauge(
        "vademecum_live_streams", Phrase("Flux en direct ouverts ici.", "Live streams open here."), Double(live.count)),
    ]
  }

  private var base: [Grandeur] {
    let statistics = house.database.statistics
    let file = house.database.fileDEcriture
    return [
      .counter(
        "vademecum_database_transactions_total", Phrase("Transactions finies.", "Transactions ended."),
        Double(statistics.transactions)),
      .counter(
        "vademecum_database_retries_total", Phrase("Transactions reprises.", "Transactions run again."),
        Double(statistics.retries)),
      .counter(
        "vademecum_database_reconnections_total", Phrase("Connexions rouvertes.", "Connections opened again."),
        Double(statistics.reconnections)),
      .counter(
        "vademecum_database_busy_total",
        Phrase("Personnes renvoyées, faute de place.", "People sent away, for want of room."),
        Double(statistics.busyRefusals)),
      .gauge(
        "vademecum_write_queue_length", Phrase("Écritures qui attendent.", "Writes that wait."), Double(file.nombre)),
      .gauge(
        "vademecum_write_queue_oldest_seconds", Phrase("Attente de la première.", "How long the first has waited."),
        file.secondes),
      .histogram(
        "vademecum_write_wait_seconds", Phrase("Attente avant d’écrire.", "Wait before writing."), file.attentes),
    ]
  }

  /// Of the base: one short reading. When it does not answer, only that is told.
  private func etat(_ now: Instant) async -> [Grandeur] {
    let store = PersonnesStore(house)
    let read = try? await house.database.read { tx in
      (etat: try EtatDeLaMaison(at: now, in: tx), connexions: try store.connexionCount(in: tx))
    }
    let up = Grandeur.gauge(
      "vademecum_database_up", Phrase("La base répond.", "The base answers."), read == nil ? 0 : 1)
    guard let (etat, connexions) = read else { return [up] }
    return [
      up,
      .gauge("vademecum_connexions", Phrase("Connexions ouvertes.", "Signed-in browsers."), Double(connexions)),
    ] + courrier(etat) + garde(etat)
  }

  private func courrier(_ etat: EtatDeLaMaison) -> [Grandeur] {
    [
      Grandeur(
        "vademecum_mails", .gauge, Phrase("Messages, par état.", "Mails, by state."),
        [
          Grandeur.Point([("state", "due")], Double(etat.courrierDu)),
          Grandeur.Point([("state", "later")], Double(etat.courrierPlusTard)),
          Grandeur.Point([("state", "failed")], Double(etat.courrierEchoue)),
        ]),
      .gauge(
        "vademecum_mails_retried",
        Phrase("Messages que le relais a déjà repoussés.", "Mails that the relay already put off."),
        Double(etat.courrierRepris)),
      moment(
        "vademecum_mail_oldest_due_timestamp_seconds",
        Phrase("Depuis quand le plus ancien message attend.", "Since when the oldest mail waits."),
        etat.courrierDuDepuis),
    ]
  }

  private func garde(_ etat: EtatDeLaMaison) -> [Grandeur] {
    [
      moment(
        "vademecum_backup_last_success_timestamp_seconds",
        Phrase("Dernière sauvegarde essayée.", "Last backup that was tried."), etat.sauvegarde),
      .gauge(
        "vademecum_backups_failed",
        Phrase("Sauvegardes manquées du dernier mois.", "Backups of the last month that failed."),
        Double(etat.sauvegardesManquees)),
      moment(
        "vademecum_trace_head_timestamp_seconds",
        Phrase("Dernière tête signée.", "Last signed head of traces."), etat.tete),
      .gauge(
        "vademecum_trace_head_rank", Phrase("Son rang.", "Its rank."), Double(etat.rangDeLaTete)),
      .gauge(
        "vademecum_traces_waiting", Phrase("Traces à ranger.", "Traces to be chained."), Double(etat.tracesEnAttente)),
      moment(
        "vademecum_trace_oldest_waiting_timestamp_seconds",
        Phrase("Depuis quand la première attend.", "Since when the first one waits."), etat.tracesEnAttenteDepuis),
    ]
  }

  /// Absent when there is none: zero would be a moment of 1970.
  private func moment(_ nom: String, _ sens: Phrase, _ instant: Instant?) -> Grandeur {
    Grandeur(nom, .gauge, sens, instant.map { [Grandeur.Point($0.seconds)] } ?? [])
  }
}
