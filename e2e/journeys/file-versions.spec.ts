import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('a file gets a new version, by its own button or by its name, and the earlier ones are at hand', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const account = await owner.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: t('Version Ltd', '版本有限公司') } },
  })
  const { id } = await owner.call('createRecord', {
    params: { ...params, form: 'contract' },
    body: { values: { name: t('Frame', '框架合同'), account: account.id, amount: '1' } },
  })
  const names = async () => {
    const related = { related: 'true' as const }
    const { files } = await owner.call('listRecordFiles', {
      params: { ...params, form: 'account', id: account.id },
      query: related,
    })
    return files.map(({ name, version }) => `${name} ${version}`).toSorted()
  }
  const page = await journey.as('owner')
  const field = page.locator('[data-field=files]')
  const adds = field.locator('input[type=file]').last()
  const button = (name: string | RegExp) => field.getByRole('button', { name, exact: true })
  const text = (name: string, content: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(content),
  })
  const save = async () => {
    await page.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect(page.getByRole('button', { name: t('Save', '保存'), exact: true })).toBeHidden()
  }

  await test.step('files are attached', async () => {
    await page.goto(at(`/f/contract/${id}`))
    await adds.setInputFiles([text('terms.txt', 'one'), text('plan.txt', 'first plan')])
    await expect(button('plan.txt')).toBeVisible()
    await save()
    await expect.poll(names).toEqual(['plan.txt 1', 'terms.txt 1'])
  })

  await test.step('the same name is asked about', async () => {
    await adds.setInputFiles([text('terms.txt', 'two')])
    await expect(field.getByText(t('terms.txt is attached already.', 'terms.txt 已存在。'))).toBeVisible()
    await expectAccessible(page, 'a name that is there')
    await button(t('New version', '作为新版本')).click()
    await expect(field.getByText(t('v2', '第 2 版'), { exact: true })).toBeVisible()
  })

  await test.step('another name is a new version by the button of the file', async () => {
    const chooses = page.waitForEvent('filechooser')
    await button(t('Upload a new version of plan.txt', '上传 plan.txt 的新版本')).click()
    await (await chooses).setFiles([text('plan final.txt', 'last plan')])
    await expect(button('plan final.txt')).toBeVisible()
    await expect(button('plan.txt')).toBeHidden()
    await save()
    await expect.poll(names).toEqual(['plan final.txt 2', 'terms.txt 2'])
  })

  await test.step('earlier versions are listed and open', async () => {
    const mark = t('v2 of plan final.txt: show earlier versions', '第 2 版：查看 plan final.txt 的历史版本')
    await button(mark).click()
    const dialog = page.getByRole('dialog', {
      name: t('Versions of plan final.txt', 'plan final.txt 的历史版本'),
    })
    await expect(dialog.getByRole('button', { name: 'plan.txt', exact: true })).toBeVisible()
    await expectAccessible(page, 'versions of a file')
    await dialog.getByRole('button', { name: 'plan.txt', exact: true }).click()
    await expect(page.getByText('first plan')).toBeVisible()
  })
})
