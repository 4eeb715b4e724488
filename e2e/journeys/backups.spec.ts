import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { createApiClient } from '../setup/api-client.ts'
import { startServer, type ServerProcess } from '../setup/server-process.ts'
import { expect, test } from '../setup/test.ts'

const email = 'ada@example.com'
const password = 'correct horse battery'
const workspace = 'sales'
const params = { workspace }

async function firstAccount({ url, setupUrl }: ServerProcess, locale: 'en' | 'zh') {
  const owner = createApiClient(url, locale)
  const token = new URL(setupUrl ?? '').searchParams.get('token') ?? ''
  const zone = 'Europe/London'
  await owner.call('setUp', { body: { token, name: 'Ada Lovelace', email, password, locale, zone } })
  const body = { name: 'Sales', template: 'lead-to-payment', sample: false, locale, zone } as const
  await owner.call('createWorkspace', { body })
  return owner
}

async function signedIn({ url }: ServerProcess, locale: 'en' | 'zh') {
  const owner = createApiClient(url, locale)
  await owner.call('signIn', { body: { email, password } })
  return owner
}

async function pageOf(browser: Browser, owner: ReturnType<typeof createApiClient>, address: string) {
  const context = await browser.newContext({ storageState: owner.storageState() })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

test('an administrator backs up now; what is brought back from it sends nothing before she says how to go on', async ({
  browser,
  journeyLocale: locale,
}) => {
  test.slow()
  const t = (en: string, zh: string) => (locale === 'zh' ? zh : en)
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-backups-'))
  await chmod(folder, 0o711)
  const backups = join(folder, 'backups')
  const settings = { BACKUPS: backups, DATABASE_URL: '', LOGS: 'off' }
  const first = await startServer({ ...settings, DATA_FOLDER: join(folder, 'data') })
  let second: ServerProcess | undefined
  try {
    const owner = await firstAccount(first, locale)
    const page = await pageOf(browser, owner, `${first.url}/w/${workspace}/backups`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('Backups', '备份'))
    await page.getByRole('button', { name: t('Back up now', '立即备份') }).click()
    const made = async () => (await owner.call('getBackups', { params })).backups.length
    await expect.poll(made, { timeout: 60_000 }).toBe(1)
    await expect(page.getByRole('cell', { name: t('Checked', '已校验') })).toBeVisible()
    await expectAccessible(page, 'backups')
    await page.context().close()
    await first.stop()

    const [name = ''] = await readdir(backups)
    const restored = { ...settings, DATA_FOLDER: join(folder, 'restored') }
    second = await startServer(restored, ['--restore', join(backups, name)])
    const signedOut = await pageOf(browser, owner, `${second.url}/w/${workspace}/todo`)
    await expect(signedOut.getByLabel(t('Password', '密码'))).toBeVisible()
    await signedOut.context().close()
    const again = await signedIn(second, locale)
    expect((await again.call('getHold', { params })).hold).not.toBeNull()
    const after = await pageOf(browser, again, `${second.url}/w/${workspace}/todo`)
    await after.getByRole('button', { name: t('Decide', '去处理') }).click()
    const dialog = after.getByRole('dialog')
    const go = dialog.getByRole('button', { name: t('Go on', '继续') })
    await expect(go).toBeDisabled()
    await dialog.getByRole('radio', { name: t('Drop it', '不再发送') }).check()
    await expectAccessible(after, 'going on after a restore')
    await go.click()
    await expect.poll(async () => (await again.call('getHold', { params })).hold).toBeNull()
    await expect(after.getByRole('button', { name: t('Decide', '去处理') })).toBeHidden()
    await after.context().close()
  } finally {
    await first.stop()
    await second?.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
