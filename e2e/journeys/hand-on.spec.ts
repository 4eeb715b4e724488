import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf } from '../setup/world.ts'

test('tasks and views go to whoever takes over, shown before, and come back with the rest', async ({
  journey,
  world,
  journeyLocale,
}) => {
  test.setTimeout(180_000)
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace }
  const idOf = async (person: 'rep' | 'otherRep') =>
    (
      await world.sql<{ id: string; name: string }>('select id, name from _member where email = $1', [
        emailOf(person, journeyLocale),
      ])
    )[0] ?? { id: '', name: '' }
  const [from, to] = [await idOf('rep'), await idOf('otherRep')]
  const title = t('Send the contract', '寄出合同')
  await rep.call('createTask', {
    params,
    body: {
      title,
      assignees: [from.id],
      day: null,
      time: null,
      repeat: null,
      remindBefore: null,
      form: null,
      record: null,
    },
  })
  const view = await rep.call('createView', {
    params: { ...params, form: 'lead' },
    body: { name: t('My leads', '我的线索'), settings: { type: 'table', columns: ['name'] } },
  })
  const page = await journey.as('owner')
  await page.goto(at(`/members/${from.id}/hand-over`))
  await page.getByRole('combobox', { name: t('Receiver of tasks and views', '任务和视图的接手人') }).click()
  await page.keyboard.type(to.name)
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: t('Who takes everything over', '由谁接手全部') }).click()
  await page.keyboard.type(to.name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('checkbox', { name: t('Open tasks', '未完成的任务') })).toBeChecked()
  await page.getByRole('checkbox', { name: t('Private views', '私有视图') }).check()
  await page.getByRole('button', { name: t('Preview', '预览') }).click()
  const shares = page.getByRole('table', { name: t('Who gets how much', '交接分配') })
  await expect(shares.getByRole('row', { name: t('Private views', '私有视图') })).toBeVisible()
  await expectAccessible(page, 'hand over tasks and views')
  await page.getByRole('button', { name: t('Hand over', '交接'), exact: true }).click()
  const has = async () => {
    const [row] = await world.sql<{ tasks: boolean; owner: string }>(
      `select assignees = array[$1::uuid] as tasks, (select owner from _view where id = $2) as owner from _task where title = $3`,
      [to.id, view.id, title],
    )
    return [row?.tasks, row?.owner]
  }
  await expect.poll(has, { timeout: 60_000 }).toEqual([true, to.id])
  await page.getByRole('button', { name: t('Undo all of it', '全部撤销') }).click({ timeout: 60_000 })
  await expect.poll(has, { timeout: 60_000 }).toEqual([false, from.id])
  const running = async () => (await world.sql(`select 1 from _bulk_job where state = 'running'`)).length
  await expect.poll(running, { timeout: 60_000 }).toBe(0)
  await world.sql('delete from _task where title = $1', [title])
  await world.sql('delete from _view where id = $1', [view.id])
  await world.sql('delete from _bulk_job')
})
