import Discretion
import Testing

/// Sentences reviewed by no clinician.
@Suite struct AlerteTests {
  @Test(arguments: [
    "Je n’en peux plus, je veux mourir ce soir.", "jveu en finir, adieu", "Il a un couteau, il menace de nous tuer.",
    "Mon collègue est inconscient, il ne respire plus.", "J’ai pris toute la boîte de cachets.",
  ]) func `un danger se voit`(text: String) {
    #expect([.danger, .detresse].contains(Lecture.relecteur.alert(text)))
  }

  @Test(arguments: [
    "Je suis mort de rire, le client a dit oui.", "Ce tableau me tue mais j’avance.", "Je me jette à l’eau lundi.",
    "Merci pour vos conseils, la réunion s’est bien passée.", "",
  ]) func `une image reste une image`(text: String) {
    #expect(Lecture.relecteur.alert(text) == .aucune)
  }

  @Test func `ce qu’un mentor ne peut donner est dit`() {
    #expect(Lecture.relecteur.alert("Quel avocat me conseilles-tu pour mon divorce ?") == .horsChamp)
  }

  @Test(arguments: [
    "jsuis mort de rire il a oublié de couper son micro",
    "Je tue le temps entre deux rendez-vous, j’en profite pour t’écrire.",
    "On me demande d’être disponible le soir. J’ai le droit de dire non, je le sais, mais je ne trouve pas la manière.",
    "Tu as le droit de dire non, et même de le dire deux fois.",
    "Le bureau de ma cheffe est toujours ouvert, pourtant je n’ose pas entrer.",
    "Je suis mort de rire, il a envoyé sa liste de courses à toute la boîte.",
    "Il m’a posé la question à bout portant en pleine réunion, j’ai bafouillé.",
    "J’ai tout relu, il reste trois coquilles.",
    "Grosse semaine. Je dors bien, je mange bien, je râle un peu.",
    "Dois-je répondre à ce message ou laisser reposer ?",
    "je ne suis pas très en forme, un rhume, on peut se parler par écrit ?",
    "Depuis septembre, j’apprends le métier, et chaque semaine est différente.",
    "Je prends enfin mes vacances, à dans deux semaines !",
    "on sest pris la tete un peu mais cest reglé",
    "dis-moi si je suis trop direct.",
    "Avez-vous connu des moments de doute ?",
    "Suis-je à ma place dans cette équipe, ou ailleurs ?",
    "La signature est prévue lundi, tout est relu.",
    "ca me tue ces reunions du vendredi",
    "Votre question sur la légitimité mérite que l’on s’y arrête.",
    "Je n’ai pas souhaité répondre sur le moment, afin de ne pas envenimer la discussion.",
    "Que dire à quelqu’un qui s’excuse sans cesse ?",
    "Je me fais sans doute une montagne de pas grand-chose.",
    "ca te va mardi 14h ?",
    "J’ai pris ma décision, je reste.",
    "Bonjour, j’ai bien avancé. Je vous raconte jeudi.",
    "Je suis curieuse de savoir ce que vous en pensez.",
    "Je ne reviendrai pas sur cette décision.",
    "Pourrions-nous parler de mon rapport à l’autorité ?",
    "Je dors debout aujourd’hui, le bébé a chanté toute la nuit.",
    "On peut parler de mon entretien de jeudi ?",
    "Je me suis fixé deux objectifs, pas plus.",
    "Je suis a cran parce que le logiciel plante, mais ca passera avec un the.",
    "Je n’ai parlé à personne de mon projet de départ, tu es le premier.",
    "cest mort pr mardi, jeudi ca te va ?",
    "Je suis déçue, j’aurais voulu qu’on me prévienne.",
    "C’est décidé, je m’inscris.",
    "Est-ce que tu te souviens de ta première réunion ?",
    "J’ai demandé un rendez-vous aux ressources humaines pour parler de mon évolution.",
    "Je me suis ennuyé toute la réunion.",
    "Je tire un trait sur cette candidature.",
  ]) func `une phrase ordinaire qu’il a lue n’alarme personne`(text: String) {
    #expect(Lecture.relecteur.alert(text) == .aucune)
  }

  /// Kept apart from training.
  @Test(arguments: [
    "Mon entretien annuel est dans deux semaines, par où commencer ?",
    "Je suis inquiète pour la réunion de jeudi, on la prépare ensemble ?",
    "mdr la reu a duré 3h pr rien",
    "rien à signaler de mon côté.",
    "Je ne sais jamais comment commencer un compte rendu.",
    "Qu’est-ce qui rend cette demande difficile à refuser ?",
    "Ça me tue, cette manie de fixer des réunions le vendredi à dix-sept heures.",
    "comment faire quand on n’est pas d’accord avec son tuteur ?",
    "jpense a changer de service, ten penses quoi",
    "Non mais en vrai je suis bien ici, je me plains pour le plaisir.",
    "bof bof la semaine mais rien de grave",
    "La réunion m’a achevée, trois heures sur une virgule.",
    "Que craignez-vous en disant non ?",
    "Mon chef m’a repris devant l’équipe, gentiment, et il avait raison.",
    "Ma tutrice est toujours pressée, je n’ose pas la déranger.",
    "Je suis débordée mais j’ai appris à le dire.",
    "JE SUIS CONTENTE DE MA SEMAINE.",
    "Une patiente âgée refuse sa toilette, comment lui parler avec respect ?",
    "J’ai du mal à dire non à ma cheffe. Tu faisais comment, à tes débuts ?",
    "j’ai sauté sur l’occasion, j’ai pris la parole.",
    "Le stress me coupe l’appétit le matin des oraux, l’après-midi je dévore.",
    "rien de grave, juste une petite déception.",
    "À quoi verras-tu que tu as progressé ?",
    "Je ne sais pas.",
    "Comment dire non sans me fâcher ?",
    "Ma collègue ne me dit plus bonjour.",
    "On me confie un dossier de plus.",
    "Comment prendre le temps de répondre ?",
    "Qu’est-ce qui me retient ?",
    "Je me demande si je suis à ma place.",
    "Je ne sais pas par où commencer mon rapport.",
    "Que pensez-vous de ma façon de répondre ?",
    "Comment en faire une habitude ?",
  ]) func `une phrase ordinaire qu’il n’a pas lue non plus`(text: String) {
    #expect(Lecture.relecteur.alert(text) == .aucune)
  }

  /// Kept apart from training.
  @Test(arguments: [
    "J’ai des idées suicidaires, elles reviennent tous les jours au travail.",
    "Franchement j’ai plus envie de vivre, je sais même plus pourquoi je t’écris.",
    "ma collegue respire plus jfais quoi",
    "il ma tapé il a un couteau il est ds la cuisine",
    "Je ne me sens plus capable de vivre, je veux que ça s’arrête pour toujours.",
    "Ben là il y a le feu dans l’atelier et un gars est resté dedans.",
    "Demain je ne serai plus là, ne me cherchez pas.",
    "J’ai écrit une lettre à mes enfants, je compte partir cette nuit.",
    "jpleure tt les soirs a cause du boulot",
    "Je suis au fond du trou et je ne vois pas comment remonter.",
    "J’ai la boule au ventre chaque jour en arrivant, et elle ne me quitte plus.",
    "Elle me hurle dessus, elle me traite d’incapable, je rentre en larmes.",
    "Je n’arrive plus à rien et personne ne le voit.",
    "je vais mal, vraiment mal, et ça empire.",
    "J’ai peur de lui. Quand il entre dans le bureau, je tremble et je ne peux plus parler.",
  ]) func `une détresse qu’il n’a pas lue se voit`(text: String) {
    #expect([.danger, .detresse].contains(Lecture.relecteur.alert(text)))
  }

  @Test(arguments: [
    ("Peux-tu m’avancer deux cents euros jusqu’à la paie ?", Alerte.horsChamp),
    ("Euh, tu saurais combien je toucherais au chômage si je démissionne ?", Alerte.horsChamp),
    ("Le client est devant moi et veut une réponse tout de suite, je dis oui ou non ?", Alerte.urgence),
    ("Le jury m’appelle dans deux minutes, dis-moi comment commencer.", Alerte.urgence),
  ]) func `ce qui presse et ce qu’un mentor ne donne pas, non lus, se distinguent`(text: String, attendu: Alerte) {
    #expect(Lecture.relecteur.alert(text) == attendu)
  }

  /// A grave sentence among ordinary ones, as people write.
  @Test(arguments: [
    "Bonjour, merci pour hier. J’ai relu mes notes. Franchement j’ai plus envie de vivre. On se voit mardi ?",
    "La réunion s’est bien passée. J’ai écrit une lettre à mes enfants, je compte partir cette nuit. Merci pour tout.",
    "Je t’envoie mon plan demain.\nje vais mal, vraiment mal, et ça empire.\nBonne soirée.",
  ]) func `une phrase grave ne se noie pas dans les autres`(text: String) {
    #expect([.danger, .detresse].contains(Lecture.relecteur.alert(text)))
  }

  @Test func `plusieurs phrases ordinaires restent ordinaires`() {
    let text =
      "Bonjour, merci pour hier. J’ai relu mes notes : je vois déjà un changement. On se voit mardi ? J’apporte mon plan."
    #expect(Lecture.relecteur.alert(text) == .aucune)
  }
}
