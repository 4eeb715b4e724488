import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { expectKept, laidBy } from '../setup/kept-here.ts'
import { expect, test } from '../setup/test.ts'
import { cutNetwork, mendNetwork } from '../setup/network.ts'

test.use({ serviceWorkers: 'allow' })

/** Entries of the to-do list and of the tasks of a record. */
const rowOf = (page: Page, title: string) => page.locator('.todo-row').filter({ hasText: title })

test('what is said, noted and to be done without a network is seen at once, can be changed, and is sent later', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace }
  const { member } = await rep.call('getApp', { params })
  const name = t('Talked about in a tunnel', '隧道里谈到的线索')
  const lead = await rep.call('createRecord', {
    params: { ...params, form: 'lead' },
    body: { values: { name, company: 'Acme' } },
  })
  const task = (title: string) => ({
    title,
    assignees: [member.id],
    day: null,
    time: null,
    repeat: null,
    remindBefore: null,
    form: 'lead',
    record: lead.id,
  })
  const old = t('Send the brochure', '寄送资料')
  await rep.call('createTask', { params, body: task(old) })
  const page = await journey.as('rep')
  const context = page.context()
  const record = at(`/f/lead/${lead.id}?tab=timeline`)
  const notes = page.locator('.waiting-note')
  const mark = t('Waits to be sent', '等待发送')
  const save = (place: ReturnType<Page['locator']>) =>
    place.getByRole('button', { name: t('Save', '保存'), exact: true }).click()

  await page.goto(at('/todo'))
  await expect(rowOf(page, old)).toBeVisible()
  await expectKept(page, 'listTodo', old)
  await page.goto(record)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expectKept(page, 'getRecord', name)
  await expectKept(page, 'getTimeline', member.id)
  await laidBy(page)
  await page.waitForTimeout(2500)
  await cutNetwork(context)

  const [said, better] = [t('He is ill', '他病了'), t('He is back on Monday', '他周一回来')]
  const noted = t('Called from the train', '在火车上打了电话')
  await test.step('a comment and a follow-up stand in the timeline, also after a reload', async () => {
    await page.getByRole('textbox', { name: t('New comment', '新评论') }).fill(said)
    await page.getByRole('button', { name: t('Comment', '发表评论'), exact: true }).click()
    await expect(notes).toContainText(said)
    await expect(notes).toContainText(mark)
    await page.getByRole('button', { name: t('Log follow-up', '记一条跟进记录') }).click()
    await page.getByRole('textbox', { name: t('What happened?', '这次跟进的情况') }).fill(noted)
    await page.getByRole('button', { name: t('Next week', '下周') }).click()
    await page.getByRole('button', { name: t('Save follow-up', '保存跟进') }).click()
    await expect(notes).toHaveCount(2)
    await page.reload()
    await expect(notes).toHaveCount(2)
    await expect(notes.first()).toContainText(noted)
    await expect(notes.last()).toContainText(said)
    await expectAccessible(page, 'a timeline with what waits')
  })

  await test.step('both are changed before they are sent, and one is taken back', async () => {
    const dialog = page.getByRole('dialog')
    const edit = { name: t('Edit', '编辑'), exact: true }
    await notes.last().getByRole('button', edit).click()
    await dialog.getByRole('textbox', { name: t('Edit comment', '编辑评论') }).fill(better)
    await expectAccessible(page, 'changing a comment that waits')
    await save(dialog)
    await expect(notes.last()).toContainText(better)
    await notes.first().getByRole('button', edit).click()
    const words = dialog.getByRole('textbox', { name: t('What happened?', '这次跟进的情况') })
    await words.fill(`${noted} 2`)
    await save(dialog)
    await expect(notes.first()).toContainText(`${noted} 2`)
    await page.getByRole('textbox', { name: t('New comment', '新评论') }).fill('zzz')
    await page.getByRole('button', { name: t('Comment', '发表评论'), exact: true }).click()
    await expect(notes).toHaveCount(3)
    await notes
      .filter({ hasText: 'zzz' })
      .getByRole('button', { name: t('Discard', '放弃') })
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('Discard', '放弃') })
      .click()
    await expect(notes).toHaveCount(2)
  })

  const [fresh, changed] = [t('Ring him', '给他打电话'), t('Ring him on Monday', '周一给他打电话')]
  await test.step('a task stands in its lists, is changed, and one is ticked off', async () => {
    const dialog = page.getByRole('dialog')
    const title = dialog.getByRole('textbox', { name: t('What is to be done', '任务内容') })
    await page.goto(at('/todo'))
    await page.getByRole('button', { name: t('New task', '新建任务') }).click()
    await title.fill(fresh)
    await dialog.getByRole('button', { name: t('Create', '新建'), exact: true }).click()
    await expect(rowOf(page, fresh)).toContainText(mark)
    await rowOf(page, fresh)
      .getByRole('button', { name: t('Edit', '编辑') })
      .click()
    await title.fill(changed)
    await save(dialog)
    await expect(rowOf(page, changed)).toBeVisible()
    const tick = rowOf(page, old).getByRole('button', { name: t('Done', '完成') })
    await tick.click()
    await expect(tick).toHaveAttribute('aria-pressed', 'true')
    await page.reload()
    await expect(tick).toHaveAttribute('aria-pressed', 'true')
    await expect(rowOf(page, old)).toContainText(mark)
    await tick.click()
    await expect(tick).toHaveAttribute('aria-pressed', 'false')
    await tick.click()
    await expect(tick).toHaveAttribute('aria-pressed', 'true')
    await expectAccessible(page, 'a to-do list with what waits')
  })

  await test.step('all of it is sent once the network is there', async () => {
    await mendNetwork(context)
    await expect(rowOf(page, old)).toHaveCount(0, { timeout: 20_000 })
    await expect(page.getByText(mark)).toHaveCount(0)
    await expect(rowOf(page, changed)).toHaveCount(1)
    await page.goto(record)
    await expect(page.locator('.talk-comment')).toContainText(better)
    await expect(page.locator('.pw-follow-up')).toContainText(`${noted} 2`)
    await expect(notes).toHaveCount(0)
    await expect(page.locator('.talk-comment')).toHaveCount(1)
    const [row] = await world.sql<{ next: string | null }>(
      'select next_follow_up::text as next from lead where id = $1',
      [lead.id],
    )
    expect(row?.next).not.toBeNull()
  })
})

test('what the server refuses afterwards keeps its words and can be corrected where it stands', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const rep = await world.api('rep')
  const lead = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'lead' },
    body: { values: { name: t('Refused later', '之后被拒绝'), company: 'Acme' } },
  })
  const page = await journey.as('rep')
  const notes = page.locator('.waiting-note')
  await page.goto(at(`/f/lead/${lead.id}?tab=timeline`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await laidBy(page)
  await page.waitForTimeout(2500)
  await cutNetwork(page.context())
  const said = t('Too much to say', '说得太多')
  await page.getByRole('textbox', { name: t('New comment', '新评论') }).fill(said + ' .'.repeat(8000))
  await page.getByRole('button', { name: t('Comment', '发表评论'), exact: true }).click()
  await expect(notes).toContainText(said)
  await mendNetwork(page.context())
  await expect(notes.locator('.waiting-why')).toBeVisible({ timeout: 20_000 })
  await expect(notes).toContainText(said)
  await notes.getByRole('button', { name: t('Edit', '编辑'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('.waiting-why')).toBeVisible()
  await dialog.getByRole('textbox', { name: t('Edit comment', '编辑评论') }).fill(said)
  await dialog.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
  await expect(notes).toHaveCount(0)
  await expect(page.locator('.talk-comment')).toContainText(said)
})
