import { DocumentId } from '@randnotiz/contract/kit/ids'
import { Agenda } from '@randnotiz/contract/workshops/agenda'
import { isConsistent } from '@randnotiz/domain/workshops/agenda'
import { expect, it } from 'vitest'
import { templateAgenda, templateNames } from './templates.js'

it.each(templateNames)('%s is an agenda that a server takes', name => {
  const agenda = templateAgenda(name, [DocumentId.parse('d'.repeat(24))], key => key)
  expect(Agenda.safeParse(agenda).success).toBe(true)
  expect(isConsistent(agenda)).toBe(true)
  expect(templateAgenda(name, [DocumentId.parse('d'.repeat(24))], key => key)[0]?.id).not.toBe(agenda[0]?.id)
})
