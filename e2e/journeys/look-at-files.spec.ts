import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { samplePdf } from '../setup/sample-pdf.ts'
import { expect, test } from '../setup/test.ts'
import { upload } from '../setup/upload.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** 姓名,合同 */
const gbk = Buffer.from('d0d5c3fb2cbacfcdac0a', 'hex')
const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')

/** A finger drawn across the screen to the left. */
async function drawLeft(page: Page): Promise<void> {
  const hand = await page.context().newCDPSession(page)
  const at = (x: number) => [{ x, y: 400 }]
  await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(300) })
  await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(180) })
  await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(90) })
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('files are looked at where they are: in a field, among all files of a customer, in a comment', async ({
  journey,
  world,
  isMobile,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const account = await owner.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: t('Paper Ltd', '纸业有限公司') } },
  })
  const files = [
    await upload(world, 'contract.pdf', samplePdf('BACFCDAC')),
    await upload(world, 'parties.csv', gbk),
    await upload(world, 'drawings.zip', zip),
    await upload(world, 'seal.png', png),
  ]
  const contract = await owner.call('createRecord', {
    params: { ...params, form: 'contract' },
    body: { values: { name: t('Paper', '纸张采购'), account: account.id, amount: '1', files } },
  })
  await owner.call('createComment', {
    params: { ...params, form: 'contract', id: contract.id },
    body: { text: t('As signed', '已签字'), files: [await upload(world, 'signed.png', png)] },
  })
  const page = await journey.as('owner')
  const shown = (name: string) => page.getByRole('dialog', { name, exact: true })
  const file = (name: string) => page.getByRole('button', { name, exact: true }).first()

  await test.step('a PDF is drawn page by page, with its words', async () => {
    await page.goto(at(`/f/contract/${contract.id}`))
    await file('contract.pdf').click()
    const dialog = shown('contract.pdf')
    await expect(dialog.getByRole('img', { name: t('Page 1 of 1', '第 1 页，共 1 页') })).toBeVisible()
    await expect(dialog).toContainText('合同')
    await expect(dialog).toContainText('1 / 4')
    await dialog.getByRole('button', { name: t('Larger', '放大') }).click()
    await expect(dialog).toContainText('125 %')
    await expectAccessible(page, 'a PDF')
  })

  await test.step('from there one goes on by key: a text in its own encoding, and what cannot be shown', async () => {
    await page.keyboard.press('ArrowRight')
    await expect(shown('parties.csv')).toContainText('姓名,合同')
    await expectAccessible(page, 'a text')
    await page.keyboard.press('ArrowRight')
    const last = shown('drawings.zip')
    await expect(last).toContainText(t('This file cannot be shown here', '此文件无法在这里预览'))
    const coming = page.waitForEvent('download')
    await last
      .getByRole('link', { name: t('Download', '下载') })
      .first()
      .click()
    expect((await coming).suggestedFilename()).toBe('drawings.zip')
    await expectAccessible(page, 'a file that cannot be shown')
    await page.keyboard.press('ArrowRight')
    const picture = shown('seal.png')
    await expect(picture.getByRole('img', { name: 'seal.png' })).toBeVisible()
    await picture.getByRole('button', { name: t('Larger', '放大') }).click()
    await expect(picture.getByRole('button', { name: t('Smaller', '缩小') })).toBeEnabled()
    await expectAccessible(page, 'a picture')
    await page.keyboard.press('Escape')
    await expect(picture).toBeHidden()
    await expect(file('contract.pdf')).toBeFocused()
  })

  await test.step('a picture of a comment', async () => {
    await page.goto(at(`/f/contract/${contract.id}?tab=timeline`))
    await file('signed.png').click()
    await expect(shown('signed.png').getByRole('img', { name: 'signed.png' })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('all files of a customer', async () => {
    await page.goto(at(`/f/account/${account.id}`))
    const around = page.getByRole('region', { name: t('Files', '文件'), exact: true })
    await around.getByRole('button', { name: 'seal.png', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toHaveAccessibleName('seal.png')
    await expect(dialog.getByRole('img', { name: 'seal.png' })).toBeVisible()
    await (isMobile ? drawLeft(page) : page.keyboard.press('ArrowRight'))
    await expect(dialog).not.toHaveAccessibleName('seal.png')
    await dialog.getByRole('button', { name: t('Previous file', '上一个文件') }).click()
    await expect(dialog).toHaveAccessibleName('seal.png')
  })
})
