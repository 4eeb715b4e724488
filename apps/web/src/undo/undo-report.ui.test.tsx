import type { App } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { cleanup, render, screen } from '@testing-library/react'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, it } from 'vitest'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'
import { UndoReport } from './undo-report.tsx'
import type { Undone } from './use-undo-change.tsx'

afterEach(cleanup)

const lead: Form = {
  key: 'lead',
  label: { en: 'Lead', zh: '线索' },
  labelPlural: { en: 'Leads', zh: '线索' },
  titleField: 'name',
  fields: [
    { type: 'text', key: 'name', label: { en: 'Name', zh: '姓名' } },
    { type: 'text', key: 'phone', label: { en: 'Phone', zh: '手机' } },
  ],
  layout: { sections: [] },
}
const undone: Undone = {
  done: 0,
  left: [],
  refused: [
    {
      form: 'lead',
      record: 'one',
      code: 'forbidden',
      title: 'Ann',
      fields: ['name', 'phone'],
      message: 'No.',
    },
  ],
}

it.each([
  ['en', 'Ann · Name, Phone: No.'],
  ['zh', 'Ann · 姓名、手机：No.'],
] as const)('lists fields as %s does', (locale, said) => {
  const app = { definition: { ...emptyDefinition({}), forms: [lead] }, people: [] } as unknown as App
  const i18n = createInstance()
  const resources = { en: { web: en }, zh: { web: zh } }
  void i18n.use(initReactI18next).init({ lng: locale, ns: ['web'], resources })
  render(
    <I18nextProvider i18n={i18n}>
      <AppProviders locale={locale} theme="light">
        <UndoReport app={app} undone={undone} />
      </AppProviders>
    </I18nextProvider>,
  )
  expect(screen.getByRole('listitem').textContent).toBe(said)
})
