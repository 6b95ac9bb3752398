import type { DemoMeasure } from './demo-document.js'
import { themes } from './themes.js'

const thOwl = { de: 'TH OWL', en: 'TH OWL (university of applied sciences)' }
const everyDistrict = { de: 'Alle 27 Ortsteile', en: 'All 27 districts' }
const federalAndCity = {
  de: 'Überwiegend Bundesförderung „Modellprojekte Smart Cities“, dazu Eigenmittel der Stadt',
  en: 'Mostly federal funding (“Modellprojekte Smart Cities”), plus the city’s own means',
}
/** Figures below are invented unless the public project facts name them (the 507,000 euros, the end in 2027). */
const invented = { de: '(angenommen)', en: '(assumed)' }
const cost = (de: string, en: string) => ({ de: `${de} ${invented.de}`, en: `${en} ${invented.en}` })

export const measures: DemoMeasure[] = [
  {
    slug: 'mobilitaet-x-multi',
    kind: 'measure',
    number: 1,
    title: { de: 'Mobilität x multi', en: 'Mobility x multi' },
    teaser: {
      de: 'Sechs Parkflächen bekommen weitere Aufgaben, und jede längere Baustelle einen Umweg für alle.',
      en: 'Six car parks get further uses, and every longer roadworks a detour for everyone.',
    },
    leeway: 'consulted',
    facts: {
      responsibleUnit: { de: 'Fachbereich Verkehr und Tiefbau', en: 'Department of Traffic and Civil Works' },
      contact: 'Corinna Dettweiler, dettweiler@example.org',
      partners: [
        { de: 'Verkehrsbetrieb', en: 'Bus operator' },
        { de: 'Carsharing-Verein', en: 'Car-sharing association' },
        { de: 'Versorgungsbetriebe', en: 'Utility companies' },
      ],
      place: {
        de: 'Sechs Parkflächen; Baustellen im ganzen Stadtgebiet',
        en: 'Six car parks; roadworks all over the city',
      },
      duration: { de: 'Frühjahr 2024 bis September 2027', en: 'Spring 2024 to September 2027' },
      cost: cost('1.180.000 Euro', '1,180,000 euros'),
      funding: federalAndCity,
      status: 'running',
      themes: [themes.mobility, themes.climate, themes.nature],
    },
    file: 'measures/1-mobilitaet-x-multi.md',
  },
  {
    slug: 'nudging',
    kind: 'measure',
    number: 2,
    title: {
      de: 'Nudging von nachhaltigem Mobilitätsverhalten',
      en: 'Nudging Sustainable Mobility',
    },
    teaser: {
      de: 'Wer das Auto stehen lässt, sammelt Punkte für Gutscheine; die Forschung prüft, ob das wirkt.',
      en: 'Leave the car at home, collect points for vouchers; research checks whether that works.',
    },
    leeway: 'consulted',
    facts: {
      responsibleUnit: { de: 'Stabsstelle Klimaschutz', en: 'Climate Protection Unit' },
      contact: 'Fabian Oeverhoff, oeverhoff@example.org',
      partners: [
        { de: 'Handel und Gastronomie', en: 'Shops and restaurants' },
        { de: 'Behindertenbeirat', en: 'Disability advisory board' },
        { de: 'Begleitforschung', en: 'Accompanying research' },
      ],
      place: { de: 'Ganzes Stadtgebiet', en: 'The whole city' },
      duration: { de: 'Herbst 2024 bis September 2027', en: 'Autumn 2024 to September 2027' },
      cost: { de: '507.000 Euro', en: '507,000 euros' },
      funding: federalAndCity,
      status: 'running',
      themes: [themes.mobility, themes.climate, themes.economy],
    },
    file: 'measures/2-nudging.md',
  },
  {
    slug: 'push-statt-pull',
    kind: 'measure',
    number: 3,
    title: {
      de: 'Neue Zugänge zur Stadt – Push statt Pull',
      en: 'New Ways to the City – Push Instead of Pull',
    },
    teaser: {
      de: 'Das gemeinsame Dach über Würfel, App und Analyse-Werkzeug: einmal schreiben, überall ankommen.',
      en: 'The shared roof over cubes, app and analysis tool: write once, arrive everywhere.',
    },
    leeway: 'informed',
    facts: {
      responsibleUnit: { de: 'Presse und Kommunikation', en: 'Press and Communication' },
      contact: 'Lydia Marquering, marquering@example.org',
      partners: [
        { de: 'Alle Fachbereiche', en: 'All departments' },
        { de: 'Ortsvorsteher*innen', en: 'Heads of the districts' },
      ],
      place: everyDistrict,
      duration: { de: 'Januar 2024 bis September 2027', en: 'January 2024 to September 2027' },
      cost: cost('240.000 Euro, ohne die Maßnahmen 5, 7 und 9', '240,000 euros, without measures 5, 7 and 9'),
      funding: federalAndCity,
      status: 'running',
      themes: [themes.learning, themes.cohesion],
    },
    file: 'measures/3-push-statt-pull.md',
  },
  {
    slug: 'statt-daten-stadtdaten',
    kind: 'measure',
    number: 4,
    title: { de: 'Statt Daten Stadtdaten', en: 'City Data Instead of Just Data' },
    teaser: {
      de: 'Daten zu Nachhaltigkeit und Mobilität werden zu Antworten, die man lesen, hören und anfassen kann.',
      en: 'Data on sustainability and mobility become answers you can read, hear and touch.',
    },
    leeway: 'consulted',
    facts: {
      responsibleUnit: { de: 'Stabsstelle Digitalisierung', en: 'Digitalisation Unit' },
      contact: 'Henrik Tölke-Brandt, toelke-brandt@example.org',
      partners: [thOwl, { de: 'Schulen und Vereine', en: 'Schools and associations' }],
      place: {
        de: 'Zwölf Zählstellen, 30 Temperaturfühler im Stadtgebiet',
        en: 'Twelve counting points, 30 temperature sensors across the city',
      },
      duration: { de: 'Oktober 2023 bis September 2027', en: 'October 2023 to September 2027' },
      cost: cost('690.000 Euro', '690,000 euros'),
      funding: federalAndCity,
      status: 'running',
      themes: [themes.climate, themes.mobility, themes.nature, themes.learning],
    },
    file: 'measures/4-statt-daten-stadtdaten.md',
  },
  {
    slug: 'qr-code-wuerfel',
    kind: 'measure',
    number: 5,
    title: { de: 'QR-Code-Würfel', en: 'QR Code Cubes' },
    teaser: {
      de: 'Zwölf Sitzwürfel stellen Fragen, wo Menschen warten, und ziehen um, wenn die Mehrheit es will.',
      en: 'Twelve seat cubes ask questions where people wait, and move when the majority wants it.',
    },
    leeway: 'codecided',
    facts: {
      responsibleUnit: { de: 'Team Beteiligung', en: 'Participation Team' },
      contact: 'Silvana Petzoldt, petzoldt@example.org',
      partners: [
        { de: 'Stadt Horn-Bad Meinberg', en: 'City of Horn-Bad Meinberg' },
        { de: 'Behindertenbeirat', en: 'Disability advisory board' },
        { de: 'Bauhof', en: 'Municipal works yard' },
      ],
      place: {
        de: 'Zwölf Standorte in Kernstadt und Ortsteilen',
        en: 'Twelve places in the centre and the districts',
      },
      duration: {
        de: 'Aufgestellt 2024; Betrieb und Umzüge bis September 2027',
        en: 'Set up in 2024; operation and moves until September 2027',
      },
      cost: cost('168.000 Euro', '168,000 euros'),
      funding: federalAndCity,
      status: 'done',
      themes: [themes.learning, themes.nature, themes.cohesion],
    },
    file: 'measures/5-qr-code-wuerfel.md',
  },
  {
    slug: 'stadtkontakt-mobil',
    kind: 'measure',
    number: 6,
    title: { de: 'Stadtkontakt mobil', en: 'City Contact on Wheels' },
    teaser: {
      de: 'Ein Anhänger besucht jeden Ortsteil einmal im Jahr, mit Beratung, Suppe und offenem Ohr.',
      en: 'A trailer visits every district once a year, with advice, soup and an open ear.',
    },
    leeway: 'codecided',
    facts: {
      responsibleUnit: { de: 'Bürgerservice', en: 'Citizens’ Service' },
      contact: 'Marlies Kottenbrock, kottenbrock@example.org',
      partners: [
        { de: 'Ortsvorsteher*innen', en: 'Heads of the districts' },
        { de: 'Vereine', en: 'Associations' },
        { de: 'Volkshochschule', en: 'Adult education centre' },
      ],
      place: everyDistrict,
      duration: { de: 'Frühjahr 2024 bis September 2027', en: 'Spring 2024 to September 2027' },
      cost: cost(
        '118.000 Euro Anschaffung, rund 51.000 Euro je Jahr Betrieb',
        '118,000 euros to buy, about 51,000 euros a year to run',
      ),
      funding: federalAndCity,
      status: 'running',
      themes: [themes.cohesion, themes.learning],
    },
    file: 'measures/6-stadtkontakt-mobil.md',
  },
  {
    slug: 'appmold',
    kind: 'measure',
    number: 7,
    title: { de: 'Appmold', en: 'Appmold' },
    teaser: {
      de: 'Eine App für das, was man unterwegs braucht: offen gebaut, ohne Konto und ohne Werbung.',
      en: 'One app for what people need on the way: built in the open, no account, no advertising.',
    },
    leeway: 'codecided',
    facts: {
      responsibleUnit: { de: 'Stabsstelle Digitalisierung', en: 'Digitalisation Unit' },
      contact: 'Nadim Escher, escher@example.org',
      partners: [
        { de: 'Drei Städte in Gesprächen über einen Verbund', en: 'Three cities in talks about sharing it' },
        { de: 'Betriebe der Region', en: 'Companies of the region' },
      ],
      place: { de: 'Ganzes Stadtgebiet', en: 'The whole city' },
      duration: { de: 'Sommer 2024 bis September 2027', en: 'Summer 2024 to September 2027' },
      cost: cost(
        '870.000 Euro Entwicklung, danach 95.000 Euro je Jahr',
        '870,000 euros to develop, then 95,000 euros a year',
      ),
      funding: federalAndCity,
      status: 'running',
      themes: [themes.learning, themes.mobility, themes.economy],
    },
    file: 'measures/7-appmold.md',
  },
  {
    slug: 'sc-put',
    kind: 'measure',
    number: 8,
    title: { de: 'SC PUT', en: 'SC PUT' },
    teaser: {
      de: 'Ein Werkzeugkasten für gute Beteiligung, den Ämter, Vereine und Schulen nutzen können.',
      en: 'A toolbox for good participation that offices, associations and schools can use.',
    },
    leeway: 'codecided',
    facts: {
      responsibleUnit: { de: 'Team Beteiligung', en: 'Participation Team' },
      contact: 'Oskar Rehwinkel, rehwinkel@example.org',
      partners: [thOwl, { de: 'Vereine und Schulen', en: 'Associations and schools' }],
      place: { de: 'Ganzes Stadtgebiet', en: 'The whole city' },
      duration: { de: 'Oktober 2023 bis September 2027', en: 'October 2023 to September 2027' },
      cost: cost('320.000 Euro', '320,000 euros'),
      funding: federalAndCity,
      status: 'running',
      themes: [themes.learning, themes.cohesion],
    },
    file: 'measures/8-sc-put.md',
  },
  {
    slug: 'strategie-massnahmen-analyse',
    kind: 'measure',
    number: 9,
    title: {
      de: 'Strategie- und Maßnahmen-Analyse-Tool',
      en: 'Strategy and Measure Analysis Tool',
    },
    teaser: {
      de: 'Zeigt, welche Maßnahme welchem Ziel dient, und findet Lücken, Doppelungen und Widersprüche.',
      en: 'Shows which measure serves which goal, and finds gaps, duplicates and contradictions.',
    },
    leeway: 'informed',
    facts: {
      responsibleUnit: { de: 'Stabsstelle Strategie', en: 'Strategy Unit' },
      contact: 'Annegret Vossmann-Ley, vossmann-ley@example.org',
      partners: [
        { de: 'Alle Fachbereiche', en: 'All departments' },
        { de: 'Rat und Ausschüsse', en: 'Council and committees' },
      ],
      place: {
        de: 'Verwaltung; öffentliche Ansicht je Ortsteil',
        en: 'Administration; public view by district',
      },
      duration: {
        de: 'Beginn offen, Abschluss bis September 2027',
        en: 'Start open, done by September 2027',
      },
      cost: cost('145.000 Euro', '145,000 euros'),
      funding: federalAndCity,
      status: 'planned',
      themes: [themes.learning, themes.economy, themes.climate],
    },
    file: 'measures/9-strategie-massnahmen-analyse.md',
  },
]
