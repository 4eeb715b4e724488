import type { Expression, Field } from '@pipewright/schemas'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { fullRights, aForm, aTextField } from '../testing/sample-app.ts'
import { renderApp } from '../testing/render-app.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FilterBuilder } from './filter-builder.tsx'

afterEach(cleanup)

const industry: Field = {
  type: 'choice',
  key: 'industry',
  label: { en: 'Industry', zh: '行业' },
  options: [
    { key: 'steel', label: { en: 'Steel', zh: '钢铁' } },
    { key: 'retail', label: { en: 'Retail', zh: '零售' } },
  ],
}
const account = aForm(
  [
    aTextField(),
    industry,
    { type: 'date', key: 'since', label: { en: 'Since', zh: '起始日' } },
    { type: 'member', key: 'keeper', label: { en: 'Keeper', zh: '客户经理' } },
    { type: 'relation', key: 'parent', label: { en: 'Parent', zh: '上级客户' }, form: 'account' },
    { type: 'money', key: 'margin', label: { en: 'Margin', zh: '毛利' }, currency: 'CNY' },
  ],
  { key: 'account', label: { en: 'Account', zh: '客户' } },
)
const secret = aForm([aTextField()], { key: 'secret' })
const deal = aForm([
  aTextField(),
  { type: 'relation', key: 'account', label: { en: 'Account', zh: '客户' }, form: 'account' },
  { type: 'relation', key: 'hidden', label: { en: 'Hidden' }, form: 'secret' },
  { type: 'relations', key: 'partners', label: { en: 'Partners' }, form: 'account' },
])
const forms = [deal, account, secret]

const { margin: _, ...readable } = fullRights(account).fields
const changes = {
  rights: { deal: fullRights(deal), account: { ...fullRights(account), fields: readable } },
}

interface DrawProps {
  readonly start?: Expression | null
  readonly locale?: 'en' | 'zh'
  readonly throughRelations?: boolean
}

function draw({ start = null, locale = 'en', throughRelations = true }: DrawProps) {
  const said: (Expression | null)[] = []
  function Page() {
    const [value, setValue] = useState(start)
    const change = (next: Expression | null) => {
      said.push(next)
      setValue(next)
    }
    return <FilterBuilder form="deal" value={value} onChange={change} throughRelations={throughRelations} />
  }
  renderApp({ forms, locale, changes }, <Page />)
  return said
}

/** What stands in the list below the picker of a field, as far as it fits on a screen. */
async function offered(typed: string): Promise<readonly string[]> {
  const picker = screen.getByRole('combobox', { name: 'Field of condition 1' })
  fireEvent.mouseDown(picker)
  await userEvent.clear(picker)
  if (typed !== '') await userEvent.type(picker, typed)
  await waitFor(() => expect(document.querySelector('.ant-select-dropdown')).toBeTruthy())
  return [...document.querySelectorAll('.ant-select-item')].map((item) => item.textContent ?? '')
}

async function pick(option: string) {
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Value of condition 1' }))
  const [found] = await screen.findAllByTitle(option)
  if (found !== undefined) await userEvent.click(found)
}

it('offers own fields first, then those of the record a relation points to, below its name', async () => {
  draw({})
  await userEvent.click(screen.getByRole('button', { name: /Add condition/ }))
  const all = await offered('')
  expect(all.slice(0, 4)).toEqual(['Name', 'Account', 'Hidden', 'Partners'])
  const found = await offered('Account · ')
  expect(found).toContain('Industry')
  expect(found).toContain('Parent')
  expect(found).toContain('Owner')
})

it('offers nothing that may not be read', async () => {
  draw({})
  await userEvent.click(screen.getByRole('button', { name: /Add condition/ }))
  expect(await offered('Since')).toEqual(['Account', 'Since'])
  expect(await offered('Margin')).toEqual([])
  expect(await offered('Hidden')).toEqual(['Hidden'])
})

it('offers own fields alone where nobody answers for those of other records', async () => {
  draw({ throughRelations: false })
  await userEvent.click(screen.getByRole('button', { name: /Add condition/ }))
  expect(await offered('Name')).toEqual(['Name'])
})

it('asks for a value of the field that was reached', async () => {
  const said = draw({})
  await userEvent.click(screen.getByRole('button', { name: /Add condition/ }))
  await offered('Industry')
  await userEvent.click(await screen.findByTitle('Account · Industry'))
  await pick('Steel')
  expect(said.at(-1)).toEqual({ in: [{ var: 'account.industry' }, ['steel']] })
})

it('shows and changes what a builder asked for, where it offers no such field itself too', async () => {
  const said = draw({
    start: {
      and: [
        { in: [{ var: 'account.industry' }, ['steel']] },
        { eq: [{ var: 'account.parent.keeper' }, 'me'] },
        { inLast: [{ var: 'account.since' }, 3, 'month'] },
      ],
    },
    throughRelations: false,
  })
  expect(screen.getByTitle('Account · Industry')).toBeTruthy()
  expect(screen.getByTitle('Account · Parent · Keeper')).toBeTruthy()
  expect(screen.getByText('Li Na')).toBeTruthy()
  expect(screen.getByTitle('is in the last …')).toBeTruthy()
  await pick('Retail')
  expect(JSON.stringify(said.at(-1))).toContain('["steel","retail"]')
})

it('names no field on the way that may not be read', () => {
  draw({ start: { gt: [{ var: 'account.margin' }, '1'] } })
  expect(screen.queryByText(/Margin/)).toBeNull()
})

it.each([
  ['en', 'Account · Industry is one of Steel or Retail and Account · Parent · Keeper is Li Na'],
  ['zh', '客户 · 行业 是 钢铁、零售 之一 且 客户 · 上级客户 · 客户经理 是 Li Na'],
] as const)('is told as a sentence in %s', async (locale, words) => {
  const filter = {
    and: [
      { in: [{ var: 'account.industry' }, ['steel', 'retail']] },
      { eq: [{ var: 'account.parent.keeper' }, 'me'] },
    ],
  }
  renderApp(
    { forms, locale, changes },
    <FilterBar form="deal" value={filter} onChange={() => undefined} search="" onSearch={() => undefined} />,
  )
  await waitFor(() => expect(document.querySelector('.pw-filter-sentence')?.textContent).toBe(words))
})
