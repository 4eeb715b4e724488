import type { BodyOf, Routes } from '@pipewright/contract'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test, type World } from '../setup/test.ts'
import { emailOf } from '../setup/world.ts'

type Edits = BodyOf<Routes['editDraft']>['edits']

type Element = Extract<Edits[number], { type: 'addElement' }>['item']['element']

const form = 'opportunity'
const keys = ['e2e_head', 'e2e_text', 'e2e_report', 'e2e_button'] as const

async function publish(world: World, edits: Edits): Promise<void> {
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const now = await owner.call('getDraft', { params })
  const clean = await owner.call('discardDraft', { params, body: { version: now.version } })
  const { version } = await owner.call('editDraft', { params, body: { version: clean.version, edits } })
  await owner.call('publishDraft', { params, body: { version } })
}

async function withElements(world: World): Promise<void> {
  const owner = await world.api('owner')
  const { definition } = await owner.call('getApp', { params: { workspace: world.workspace } })
  const layout = definition.forms.find(({ key }) => key === form)?.layout
  const report = definition.reports.find((one) => one.form === form)?.key ?? ''
  const elements: Element[] = [
    {
      type: 'heading',
      key: keys[0],
      text: { en: 'How to win {{name}}', zh: '如何赢得{{name}}' },
    },
    {
      type: 'text',
      key: keys[1],
      tone: 'info',
      html: {
        en: '<p>Owned by <b>{{owner}}</b>, worth {{amount}}.</p><ul><li>Call first</li><li>Then write</li></ul>',
        zh: '<p>负责人 <b>{{owner}}</b>，金额 {{amount}}。</p><ul><li>先打电话</li><li>再发邮件</li></ul>',
      },
    },
    { type: 'report', key: keys[2], report },
    {
      type: 'button',
      key: keys[3],
      look: 'primary',
      label: { en: 'Note the call', zh: '记录通话' },
      confirm: { en: 'Did you call them?', zh: '已经打过电话了吗？' },
      done: { en: 'Call noted.', zh: '已记录通话。' },
      actions: [{ type: 'set', values: { next_step: { var: 'name' } } }],
    },
  ]
  const section = layout?.sections[0]?.key ?? ''
  await publish(
    world,
    elements.map((element, index) => ({ type: 'addElement', form, section, index, item: { element } })),
  )
}

test('a rep reads what the builder wrote with the values of the record, and does by one button what took a form', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.setTimeout(120_000)
  const { t, at } = journey
  await withElements(world)
  try {
    const page = await journey.as('rep')
    const [deal] = await world.sql<{ id: string; name: string }>(
      `select id, name from opportunity where deleted_at is null and stage = 'needs_analysis'
         and owner = (select id from _member where email = $1) order by id limit 1`,
      [emailOf('rep', journeyLocale)],
    )
    await page.goto(at(`/f/${form}/${deal?.id}`))
    const heading = page.getByRole('heading', { level: 3, name: new RegExp(deal?.name ?? '') })
    await expect(heading).toBeVisible()
    await expect(page.locator('.pw-element-text strong')).not.toHaveText('—')
    await expect(page.locator('.pw-element .pw-report')).toBeVisible()
    await expectAccessible(page, 'record with elements')
    const label = t('Note the call', '记录通话')
    await page.getByRole('button', { name: label }).click()
    const question = page.getByRole('dialog')
    await expect(question).toContainText(t('Did you call them?', '已经打过电话了吗？'))
    await question.getByRole('button', { name: label }).click()
    await expect(page.getByText(t('Call noted.', '已记录通话。'))).toBeVisible()
    await page.goto(at(`/f/${form}/${deal?.id}?tab=timeline`))
    await expect(page.getByText(t(`by the button “${label}”`, `通过按钮“${label}”`)).first()).toBeVisible()
  } finally {
    await publish(
      world,
      keys.map((element) => ({ type: 'removeElement', form, element })),
    )
  }
})
