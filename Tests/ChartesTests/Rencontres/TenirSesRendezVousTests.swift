import Chartes
import Html
import Temps
import Testing

@Suite struct TenirSesRendezVousTests {
  let debut = Instant.midi

  private func classe(_ now: Instant, _ p: Parametres = Parametres()) -> TenirSesRendezVous.Classe {
    TenirSesRendezVous.classe(.init(debut: debut, now: now), p)
  }

  private func judge(_ now: Instant, _ p: Parametres = Parametres()) -> Verdict {
    TenirSesRendezVous.judge(.init(debut: debut, now: now), p)
  }

  @Test func `prévenir exactement au préavis, c’est à temps`() {
    let limite = debut - .hours(24)
    #expect(classe(limite - .milliseconds(1)) == .aTemps)
    #expect(classe(limite) == .aTemps)
    #expect(classe(limite + .milliseconds(1)) == .tardive)
    #expect(TenirSesRendezVous.limite(debut: debut, Parametres()) == limite)
  }

  @Test func `une minute de part et d’autre du préavis change la classe`() {
    #expect(classe(debut - .minutes(24 * 60 + 1)) == .aTemps)
    #expect(classe(debut - .minutes(24 * 60 - 1)) == .tardive)
  }

  @Test func `dès le début de la rencontre, c’est une absence`() {
    #expect(classe(debut - .milliseconds(1)) == .tardive)
    #expect(classe(debut) == .absence)
    #expect(classe(debut + .milliseconds(1)) == .absence)
  }

  @Test func `annuler est toujours possible`() {
    #expect(judge(debut - .hours(24)) == .allow)
    for now in [debut - .hours(23), debut, debut + .hours(5)] {
      #expect(judge(now).passes)
      #expect(judge(now).motif?.cle == "tenir-ses-rendez-vous")
    }
    #expect(judge(debut - .hours(23)) != judge(debut))
  }

  @Test func `le conseil dit le préavis signé`() {
    let p = Parametres().with(TenirSesRendezVous.preavis, 48)
    #expect(judge(debut - .hours(30)) == .allow)
    #expect(judge(debut - .hours(30), p).motif?.pourquoi.fr.contains("48\u{a0}heures") == true)
    #expect(classe(debut - .hours(48), p) == .aTemps)
    #expect(classe(debut - .hours(48) + .milliseconds(1), p) == .tardive)
  }

  @Test func `la salle ouvre et la rencontre finit selon les valeurs signées`() {
    let p = Parametres().with(TenirSesRendezVous.avance, 10).with(TenirSesRendezVous.duree, 60)
    #expect(TenirSesRendezVous.ouverture(debut: debut, Parametres()) == debut - .minutes(15))
    #expect(TenirSesRendezVous.ouverture(debut: debut, p) == debut - .minutes(10))
    #expect(TenirSesRendezVous.fin(debut: debut, Parametres()) == debut + .minutes(45))
    #expect(TenirSesRendezVous.fin(debut: debut, p) == debut + .minutes(60))
  }
}
