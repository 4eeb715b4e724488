import type { RecordAnswer } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import { RendererProvider, type RendererEnvironment } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { AppProviders } from '@pipewright/ui'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import i18next from 'i18next'
import { useState } from 'react'
import { initReactI18next } from 'react-i18next'
import { afterEach, expect, it } from 'vitest'
import { emptyMail } from './mail-draft.ts'
import { en } from './texts/en.ts'
import { useTemplates } from './use-templates.ts'

// Texts that come late are known from where they are asked for first.
await i18next.use(initReactI18next).init({ lng: 'en', resources: {} })
const { TemplateMenu } = await import('./template-menu.tsx')

// jsdom lays nothing out, so it has no observer of sizes either.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
const noMedia = { matches: false, addEventListener() {}, removeEventListener() {} }
globalThis.matchMedia ??= () => noMedia as unknown as MediaQueryList
afterEach(cleanup)

const form: Form = {
  key: 'deal',
  label: { en: 'Deal' },
  labelPlural: { en: 'Deals' },
  titleField: 'name',
  fields: [
    { type: 'text', key: 'name', label: { en: 'Name' } },
    { type: 'dateTime', key: 'visit', label: { en: 'Visit' } },
    { type: 'relation', key: 'who', label: { en: 'Who' }, form: 'deal', onDelete: 'clear' },
  ],
  layout: { sections: [] },
  mailTemplates: [
    {
      key: 'visit',
      label: { en: 'Visit', zh: '拜访' },
      subject: { en: 'Visit of {{name}}', zh: '拜访{{name}}' },
      text: { en: '{{who}}: {{visit}}', zh: '{{who}}：{{visit}}' },
    },
    { key: 'cost', label: { en: 'Cost' }, subject: { en: 'Cost' }, text: { en: 'It is {{-}}.' } },
  ],
}
const record = {
  id: 'r',
  title: 'Solar',
  values: { name: 'Solar', visit: '2026-11-21T23:30:00.000Z', who: 'w' },
  titles: { w: 'Ann' },
} as unknown as RecordAnswer

function Mail() {
  const [draft, setDraft] = useState(emptyMail)
  const templates = useTemplates({ form, record, draft }, (changes) => setDraft({ ...draft, ...changes }))
  return (
    <>
      <TemplateMenu {...templates} />
      <output aria-label="mail">{`${draft.subject} | ${draft.text}`}</output>
    </>
  )
}

function draw(locale: 'en' | 'zh', zone: string) {
  const definition = { ...emptyDefinition({ en: 'Acme' }), forms: [form] }
  const environment = {
    definition,
    locale,
    zone,
    people: [],
    departments: [],
    data: {},
  } as unknown as RendererEnvironment
  render(
    <AppProviders locale={locale} theme="light">
      <RendererProvider environment={environment}>
        <Mail />
      </RendererProvider>
    </AppProviders>,
  )
}

const mail = () => screen.getByRole('status', { name: 'mail' }).textContent
async function choose(button: string, template: string) {
  await userEvent.click(screen.getByRole('button', { name: new RegExp(button) }))
  await userEvent.click(await screen.findByRole('menuitem', { name: template }))
}

it('fills in values in the language and zone of its writer, and says where one was left out', async () => {
  await i18next.changeLanguage('en')
  draw('en', 'Asia/Shanghai')
  await choose('Use a template', 'Visit')
  expect(mail()).toMatch(/^Visit of Solar \| Ann: .*Nov 22, 2026.*07:30/)
  expect(screen.queryByText(en.templateLacks)).toBeNull()
  await choose('Use a template', 'Cost')
  expect(mail()).toBe('Cost | It is .')
  expect(screen.getByText(en.templateLacks)).toBeTruthy()
})

it('fills in the Chinese words of a template for who works in Chinese', async () => {
  await i18next.changeLanguage('zh')
  draw('zh', 'UTC')
  await choose('使用模板', '拜访')
  expect(mail()).toMatch(/^拜访Solar \| Ann：2026.*23:30/)
})
