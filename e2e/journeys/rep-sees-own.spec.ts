import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test, type World } from '../setup/test.ts'
import { emailOf, type Locale } from '../setup/world.ts'

const secretCost = '424242.42'
const secretMargin = '575757.58'
const secretName = 'Zephyrine Quillfeather'

interface Planted {
  readonly mine: string
  readonly foreign: string
  readonly secrets: readonly string[]
}

/** One record of the rep with a cost that he may not see, and one of somebody else that he may not see at all. */
async function plant(world: World, locale: Locale): Promise<Planted> {
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'opportunity' }
  const memberOf = async (person: 'rep' | 'otherRep') =>
    (await world.sql<{ id: string }>('select id from _member where email = $1', [emailOf(person, locale)]))[0]
      ?.id ?? ''
  const create = async (name: string, member: string) => {
    const values = { name, amount: '1000000.00', cost: secretCost, stage: 'needs_analysis' }
    const made = await owner.call('createRecord', { params, body: { values } })
    const at = { ...params, id: made.id }
    await owner.call('updateRecord', {
      params: at,
      body: { version: made.version, values: {}, owner: member },
    })
    return made.id
  }
  const mine = await create('Marigold Pemberton', await memberOf('rep'))
  const foreign = await create(secretName, await memberOf('otherRep'))
  return {
    mine,
    foreign,
    secrets: [secretCost, secretMargin, '424,242.42', '575,757.58', secretName, foreign],
  }
}

interface Attempt {
  readonly name: string
  readonly path: string
  readonly method?: string
  readonly body?: unknown
  readonly status: number
}

const form = '/forms/opportunity'
const costly = { gt: [{ var: 'cost' }, 0] }

const attempts = ({ mine, foreign }: Planted): Attempt[] => [
  { name: 'list', path: `${form}/query`, body: { limit: 500 }, status: 200 },
  {
    name: 'list with the hidden column',
    path: `${form}/query`,
    body: { columns: ['name', 'cost'] },
    status: 422,
  },
  { name: 'list filtered by it', path: `${form}/query`, body: { filter: costly }, status: 422 },
  {
    name: 'list sorted by it',
    path: `${form}/query`,
    body: { sort: [{ field: 'margin', direction: 'desc' }] },
    status: 422,
  },
  { name: 'search in the list', path: `${form}/query`, body: { search: 'Zephyrine' }, status: 200 },
  { name: 'count filtered by it', path: `${form}/count`, body: { filter: costly }, status: 422 },
  { name: 'board', path: `${form}/board`, body: { field: 'stage', sums: ['amount'] }, status: 200 },
  {
    name: 'board summed over it',
    path: `${form}/board`,
    body: { field: 'stage', sums: ['cost'] },
    status: 422,
  },
  { name: 'own record', path: `${form}/records/${mine}`, status: 200 },
  { name: 'own history', path: `${form}/records/${mine}/history`, status: 200 },
  { name: 'record of another', path: `${form}/records/${foreign}`, status: 404 },
  { name: 'history of another', path: `${form}/records/${foreign}/history`, status: 404 },
  { name: 'approvals of another', path: `${form}/records/${foreign}/runs`, status: 404 },
  {
    name: 'change of another',
    path: `${form}/records/${foreign}`,
    method: 'PATCH',
    body: { version: 2, values: { name: 'x' } },
    status: 404,
  },
  {
    name: 'deletion of another',
    path: `${form}/records/${foreign}?version=2`,
    method: 'DELETE',
    status: 404,
  },
  {
    name: 'bulk change of another',
    path: `${form}/bulk`,
    body: { records: [{ id: foreign, version: 2 }], action: { type: 'update', values: { need: 'x' } } },
    status: 200,
  },
  {
    name: 'writing the hidden field',
    path: `${form}/records/${mine}`,
    method: 'PATCH',
    body: { version: 2, values: { cost: '1' } },
    status: 422,
  },
  { name: 'duplicates', path: '/forms/lead/matches', body: { values: { phone: '1' } }, status: 200 },
  { name: 'search over everything', path: '/search?q=Zephyrine', status: 200 },
  {
    name: 'follow-ups of a record of another',
    path: '/forms/activity/query',
    body: { filter: { eq: [{ var: 'opportunity' }, foreign] } },
    status: 200,
  },
  { name: 'report on it', path: '/reports/run', body: { report: 'margin_by_industry' }, status: 404 },
  {
    name: 'report of his own making',
    path: '/reports/run',
    body: {
      definition: {
        key: 'x',
        form: 'opportunity',
        label: { en: 'x' },
        chart: 'number',
        dimensions: [],
        measures: [{ key: 'm', label: { en: 'm' }, function: 'sum', field: 'cost' }],
      },
    },
    status: 404,
  },
  {
    name: 'report grouped by name',
    path: '/reports/run',
    body: {
      definition: {
        key: 'x',
        form: 'opportunity',
        label: { en: 'x' },
        chart: 'table',
        dimensions: [{ field: 'name' }],
        measures: [{ key: 'm', label: { en: 'm' }, function: 'count' }],
      },
    },
    status: 200,
  },
  {
    name: 'export',
    path: `${form}/export`,
    body: { format: 'csv', columns: ['name', 'amount'] },
    status: 200,
  },
  {
    name: 'export of the hidden column',
    path: `${form}/export`,
    body: { format: 'csv', columns: ['name', 'cost'] },
    status: 422,
  },
  { name: 'schema of the form', path: `${form}/schema.json`, status: 200 },
  { name: 'OpenAPI', path: '/openapi.json', status: 200 },
  { name: 'the app', path: '/app', status: 200 },
  { name: 'the draft', path: '/draft', status: 403 },
  { name: 'the members', path: '/members', status: 403 },
]

test('no way of the API shows a rep the records of others, or a cost', async ({ world, journeyLocale }) => {
  const planted = await plant(world, journeyLocale)
  const rep = await world.api('rep')
  for (const attempt of attempts(planted)) {
    const method = attempt.method ?? (attempt.body === undefined ? 'GET' : 'POST')
    const answer = await rep.send(`/api/w/${world.workspace}${attempt.path}`, { method, body: attempt.body })
    const text = await answer.text()
    const echoed = attempt.path + JSON.stringify(attempt.body ?? '')
    expect.soft(answer.status, `${attempt.name}: ${text.slice(0, 300)}`).toBe(attempt.status)
    for (const secret of planted.secrets.filter((one) => !echoed.includes(one)))
      expect.soft(text.includes(secret), `${attempt.name} shows ${secret}`).toBe(false)
    // Refusals may name what was asked for; answers have neither the field nor its label.
    if (answer.ok)
      expect
        .soft(/"(cost|margin|margin_rate|line_cost|cost_total)"/.exec(text)?.[0], attempt.name)
        .toBeUndefined()
  }

  await test.step('import preview', async () => {
    const file = new FormData()
    file.append('file', new Blob([`Name,Stage,Cost\nImported,Proposal,${secretCost}\n`]), 'mine.csv')
    const answer = await rep.send(`/api/w/${world.workspace}${form}/imports`, { method: 'POST', body: file })
    expect(answer.status).toBe(201)
    const job = (await answer.json()) as { id: string; mapping: { column: number; field: string | null }[] }
    expect(job.mapping.map(({ field }) => field)).not.toContain('cost')
    const mapping = [
      { column: 0, field: 'name' },
      { column: 2, field: 'cost' },
    ]
    const checked = await rep.send(`/api/w/${world.workspace}/imports/${job.id}/check`, {
      method: 'POST',
      body: { mapping },
    })
    expect(checked.status).toBe(422)
  })

  await test.step('a job, file and number of another are not found', async () => {
    const owner = await world.api('owner')
    const other = new FormData()
    other.append('file', new Blob([`Name\n${secretName}\n`]), 'theirs.csv')
    const job = (await (
      await owner.send(`/api/w/${world.workspace}${form}/imports`, { method: 'POST', body: other })
    ).json()) as { id: string }
    const answer = await rep.send(`/api/w/${world.workspace}/imports/${job.id}`)
    expect(answer.status).toBe(404)
  })
})

async function expectNothingSecret(page: Page, words: readonly string[]): Promise<void> {
  const shown = await page.locator('body').innerText()
  for (const word of words) expect.soft(shown, page.url()).not.toContain(word)
}

test('on his screens a rep meets neither records of others nor cost and margin', async ({
  journey,
  world,
  journeyLocale,
}) => {
  const { t, at } = journey
  const planted = await plant(world, journeyLocale)
  const hidden = [...planted.secrets, t('Cost', '成本'), t('Margin', '毛利')]
  const page = await journey.as('rep')

  await page.goto(at('/f/opportunity?view=opportunity_all'))
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
  await expectNothingSecret(page, hidden)
  await expectAccessible(page, 'list of a rep')

  await page.goto(at('/f/opportunity?view=opportunity_board'))
  const [own] = await world.sql<{ count: string }>(
    `select count(*) from opportunity where deleted_at is null and stage = 'needs_analysis'
       and owner = (select id from _member where email = $1)`,
    [emailOf('rep', journeyLocale)],
  )
  const column = t(`Needs analysis: ${own?.count}`, `需求确认：${own?.count}`)
  await expect(page.getByRole('region', { name: column, exact: true })).toBeVisible()
  await expectNothingSecret(page, hidden)

  await page.goto(at('/f/product'))
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
  await expectNothingSecret(page, hidden)

  await page.goto(at(`/f/opportunity/${planted.mine}`))
  await expect(page.getByRole('heading', { level: 1, name: 'Marigold Pemberton' })).toBeVisible()
  await expectNothingSecret(page, hidden)
  await page.getByRole('tab', { name: t('Timeline', '动态') }).click()
  await expect(page.getByText(t('created this record', '创建了此记录'))).toBeVisible()
  await expectNothingSecret(page, hidden)

  await page.goto(at(`/f/opportunity/${planted.foreign}`))
  await expect(page.getByRole('heading', { name: t('Page not found', '页面不存在') })).toBeVisible()

  await page.goto(at('/d/sales'))
  await expect(
    page
      .getByRole('region', { name: t('Funnel by stage', '销售漏斗') })
      .getByRole('button')
      .first(),
  ).toBeVisible()
  await expectNothingSecret(page, hidden)

  await page.keyboard.press('Control+k')
  await page
    .getByRole('dialog')
    .getByRole('combobox')
    .or(page.getByRole('dialog').getByRole('textbox'))
    .first()
    .fill('Zephyrine')
  await expect(page.getByText(t('Nothing found for “Zephyrine”.', '没有找到“Zephyrine”。'))).toBeVisible()
})
