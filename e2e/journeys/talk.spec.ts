import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('two colleagues talk about a record: mention, unsent text kept, reply, edit, picture, remove', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const { member } = await rep.call('getApp', { params: { workspace: world.workspace } })
  const made = await rep.call('createRecord', {
    params: { workspace: world.workspace, form: 'opportunity' },
    body: { values: { name: t('Talk of the town', '沟通测试商机') } },
  })
  const path = at(`/f/opportunity/${made.id}?tab=timeline`)
  const box = { name: t('New comment', '新评论') }
  const comments = { name: t('Comments', '评论'), exact: true }

  const page = await journey.as('owner')
  await test.step('a colleague is mentioned, and what is typed outlives a reload', async () => {
    await page.goto(path)
    const text = page.getByRole('textbox', box)
    await text.pressSequentially(`${t('Please look,', '请看一下，')} @${member.name.slice(0, 2)}`)
    await page.getByRole('menuitem', { name: member.name }).first().click()
    await text.pressSequentially(t('before Friday', '周五之前'))
    await expectAccessible(page, 'writing a comment')
    await page.reload()
    await expect(text).toHaveValue(new RegExp(`@${member.name}.*${t('before Friday', '周五之前')}`))
    await text.press('Enter')
    await expect(page.locator('.talk-comment')).toHaveCount(0)
    await text.press('ControlOrMeta+Enter')
    await expect(page.locator('.talk-comment')).toContainText(t('before Friday', '周五之前'))
    await expect(page.locator('.talk-mention')).toHaveText(`@${member.name}`)
    await expect(text).toHaveValue('')
  })

  const other = await journey.as('rep')
  await test.step('he answers with a picture, corrects himself, and the timeline is narrowed', async () => {
    await other.goto(path)
    await expect(other.locator('.talk-me')).toHaveText(`@${member.name}`)
    await other.getByRole('button', { name: t('Reply', '回复'), exact: true }).click()
    const text = other.getByRole('textbox', box)
    await text.fill(t('Doen', '办好啦'))
    await other
      .locator('.talk-new input[type=file]')
      .setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: png })
    await expect(other.locator('.talk-new .pw-file')).toContainText('plan.png')
    await other.getByRole('button', { name: t('Comment', '发表评论'), exact: true }).click()
    const answer = other.locator('.talk-comment').first()
    await expect(answer.getByRole('img', { name: 'plan.png' })).toBeVisible()
    await expect(answer.locator('blockquote')).toContainText(t('Please look', '请看一下'))
    await answer.getByRole('button', { name: t('Edit', '编辑'), exact: true }).click()
    await other.getByRole('textbox', { name: t('Edit comment', '编辑评论') }).fill(t('Done', '办好了'))
    await answer.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect(answer).toContainText(t('edited', '已编辑'))
    await other.locator('.ant-segmented-item').filter({ hasText: comments.name }).click()
    await expect(other.locator('.pw-event')).toHaveCount(0)
    await expect(other.locator('.talk-comment')).toHaveCount(2)
    await expectAccessible(other, 'comments in the timeline')
  })

  await test.step('he removes his answer', async () => {
    await other
      .locator('.talk-comment')
      .first()
      .getByRole('button', { name: t('Delete', '删除'), exact: true })
      .click()
    await other
      .getByRole('dialog')
      .getByRole('button', { name: t('Delete', '删除') })
      .click()
    await expect(other.locator('.talk-comment')).toHaveCount(1)
  })
})
