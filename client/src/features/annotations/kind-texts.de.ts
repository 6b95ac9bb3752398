/** German names of the kinds of contributions, and what each of them asks. Apart, because halls need no more. */
export const kindTextsDe = {
  kind: {
    stakeholder: 'Fehlende Akteur*innen',
    alternative: 'Alternative',
    cooperation: 'Kooperation',
    risk: 'Risiko',
    benefit: 'Vorteil',
    idea: 'Anregung',
    question: 'Verständnisfrage',
    wording: 'Formulierung',
  },
  ask: {
    stakeholder: 'Wer fehlt hier?',
    alternative: 'Was sehen Sie anders?',
    cooperation: 'Wer könnte dabei helfen?',
    risk: 'Was kann schiefgehen?',
    benefit: 'Was ist gut daran?',
    idea: 'Was regen Sie an?',
    question: 'Was ist unklar?',
    wording: 'Warum sollte es so heißen?',
  },
}
