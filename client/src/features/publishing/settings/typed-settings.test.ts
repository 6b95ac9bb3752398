import { expect, it } from 'vitest'
import { aProcessPage } from '../../../app/testing/a-process-page.js'
import { mistakesIn, nextPhase, settingsFrom, typedSettings } from './typed-settings.js'

const { process } = aProcessPage('Mobile Stadt')
const typed = typedSettings(process)

it('gives back the settings that it was given', () => {
  const { title, motto, summary, contact, phases, admitsGuests, supportHiddenHours, editHours } = process
  expect(settingsFrom(typed)).toEqual({
    title,
    motto,
    summary,
    contact,
    phases,
    admitsGuests,
    supportHiddenHours,
    editHours,
  })
})

it('names what has to be looked at', () => {
  const contact = { unit: { de: 'Amt', en: '' }, email: 'amt', phone: '' }
  const added = nextPhase(typed.phases, { de: '', en: '' })
  const wrong = {
    ...typed,
    contact,
    phases: [...typed.phases, added],
    supportHidden: 'viel',
    editHours: '-1',
  }
  expect([...mistakesIn(wrong)]).toEqual([
    'contact.unit',
    'contact.email',
    `${added.key}.title`,
    `${added.key}.to`,
    'supportHidden',
    'editHours',
  ])
  expect(settingsFrom(wrong)).toBeNull()
})
