import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf } from '../setup/world.ts'

test('the address of a record that was merged into another says so and leads there, as far as one may see it', async ({
  journey,
  world,
}, { project }) => {
  const { t, at } = journey
  const locale = project.name.startsWith('zh') ? 'zh' : 'en'
  const owner = await world.api('owner')
  const params = { workspace: world.workspace, form: 'opportunity' }
  const word = t('Sorrel Mills', '酸模磨坊')
  const [rep] = await world.sql<{ id: string }>('select id from _member where email = $1', [
    emailOf('rep', locale),
  ])
  const create = async (name: string, member: string | null) => {
    const made = await owner.call('createRecord', { params, body: { values: { name: `${word} ${name}` } } })
    if (member === null) return made
    const body = { version: made.version, values: {}, owner: member }
    return owner.call('updateRecord', { params: { ...params, id: made.id }, body })
  }
  const stays = await create('A', rep?.id ?? '')
  const goes = await create('B', null)
  const hidden = await create('C', null)
  const lost = await create('D', null)
  const merge = (into: typeof stays, { id, version }: typeof stays) =>
    owner.call('mergeRecords', {
      params: { ...params, id: into.id },
      body: { version: into.version, others: [{ id, version }], choices: {} },
    })
  await merge(stays, goes)
  await merge(hidden, lost)
  const said = t(`Merged into “${word} A”`, `已合并到“${word} A”`)
  const open = t(`Open “${word} A”`, `打开“${word} A”`)

  await test.step('who could not see the merged record comes to the one that stayed', async () => {
    const page = await journey.as('rep')
    await page.goto(at(`/f/opportunity/${goes.id}`))
    await expect(page.getByRole('heading', { name: said })).toBeAttached()
    await expectAccessible(page, 'the page of a merged record')
    await page.getByRole('link', { name: open }).click()
    await expect(page).toHaveURL(new RegExp(stays.id))
    await page.goto(at(`/f/opportunity/${lost.id}`))
    await expect(page.getByRole('heading', { name: t('Page not found', '页面不存在') })).toBeAttached()
    await expect(page.getByText(new RegExp(`${word} [CD]`))).toBeHidden()
  })

  await test.step('who can is told both: that it lies in the recycle bin, and where it went', async () => {
    const page = await journey.as('owner')
    await page.goto(at(`/f/opportunity/${goes.id}`))
    await expect(page.getByText(said)).toBeVisible()
    await expect(page.getByText(t('This record is in the recycle bin.', '此记录在回收站中。'))).toBeVisible()
    await expectAccessible(page, 'a merged record in the recycle bin')
    await page.getByRole('link', { name: open }).click()
    await expect(page).toHaveURL(new RegExp(stays.id))
  })

  const ids = [stays, goes, hidden, lost].map(({ id }) => id)
  await world.sql('delete from _gone where record = any($1)', [ids])
  await world.sql('delete from opportunity where id = any($1)', [ids])
})
