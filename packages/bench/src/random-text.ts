/** Words of an ordinary German concept, so that texts made of them repeat themselves as real ones do. */
const words =
  `die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch als an nach wie im
für man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen welche sind oder um haben einer mir über ihm
diese einem ihr uns da zum zur kann doch vor dieser mich ihn du hatte seine mehr am denn nun unter sehr selbst schon hier bis
habe ihre dann ihnen seiner alle wieder meine Zeit gegen vom ganz einzelnen wo muss ohne eines können Stadt Bürgerinnen Bürger
Konzept Baustein Maßnahme Bus Fahrrad Bahnhof Markt Platz Bank Baum Schatten Quartier Daten Sensor Anmerkung Rat Verwaltung
Beteiligung Werkstatt Ortsteil Schule Verein Ehrenamt Umwelt Klima Verkehr Haltestelle Radweg Fußweg Gehweg Barriere Zugang
Angebot Termin Antrag Förderung Haushalt Kosten Zuschuss Partnerschaft Hochschule Handel Handwerk Kultur Museum Bibliothek`.split(
    /\s+/,
  )

/** Paragraphs of about 250 characters; the same every time. */
export function randomParagraphs(count: number): string[] {
  let state = 20_260_113
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: count }, () => {
    let paragraph = ''
    while (paragraph.length < 244) {
      const word = words[below(words.length)] ?? ''
      paragraph += paragraph === '' ? word : `${below(12) === 0 ? '. ' : ' '}${word}`
    }
    return `${paragraph}.`
  })
}
