import { expect, it } from 'vitest'
import { aProcessPage } from '../../../app/testing/a-process-page.js'
import { mistakesIn, nextPhase, paragraphsOf, settingsFrom, typedSettings } from './typed-settings.js'

const { process } = aProcessPage('Mobile Stadt')
const typed = typedSettings(process)

it('gives back the settings that it was given', () => {
  const {
    title,
    motto,
    summary,
    welcome,
    results,
    contact,
    phases,
    admitsGuests,
    supportHiddenHours,
    editHours,
  } = process
  expect(settingsFrom(typed)).toEqual({
    title,
    motto,
    summary,
    welcome,
    results,
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

it('reads paragraphs apart by empty lines, as many in both languages', () => {
  expect(paragraphsOf({ de: 'Eins.\nWeiter.\n \n\nZwei.\n', en: 'One.\n\nTwo.' })).toEqual([
    { de: 'Eins.\nWeiter.', en: 'One.' },
    { de: 'Zwei.', en: 'Two.' },
  ])
  expect(paragraphsOf({ de: ' ', en: '' })).toEqual([])
  expect(paragraphsOf({ de: 'Eins.\n\nZwei.', en: 'One.' })).toBeNull()
  expect(paragraphsOf({ de: 'x'.repeat(2_001), en: 'One.' })).toBeNull()
  const many = Array.from({ length: 13 }, () => 'Absatz').join('\n\n')
  expect(paragraphsOf({ de: many, en: many })).toBeNull()
  expect([...mistakesIn({ ...typed, welcome: { de: 'Eins.', en: '' } })]).toEqual(['welcome'])
})
