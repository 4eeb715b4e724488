import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { boxOf } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'

/** The website of somebody else: a plain page around whatever it is given, and one that says thanks. */
async function openSite() {
  const site = { content: '' }
  const server = createServer((request, reply) => {
    const body = request.url === '/thanks' ? '<h1>Thanks from Acme</h1>' : site.content
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.end(`<!doctype html><html lang="en"><title>Acme</title><main><h1>Acme</h1>${body}</main></html>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    site,
    origin: `http://localhost:${port}`,
    /** The same pages, by an address that no public form names. */
    other: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

test('a public form stands inside the website that it names, takes an answer there and leads to its page', async ({
  journey,
  world,
  page: visitor,
}) => {
  const { t, at } = journey
  await using acme = await openSite()
  const owner = await world.api('owner')
  const params = { workspace: world.workspace }
  const { weekStart, fiscalMonth } = (await owner.call('getApp', { params })).workspace.calendar
  // Wednesday, which no language begins its weeks with.
  await owner.call('changeCalendar', { params, body: { weekStart: 3, fiscalMonth } })
  const { version, definition } = await owner.call('getDraft', { params })
  const section = definition.forms.find(({ key }) => key === 'lead')?.layout.sections[0]?.key ?? ''
  const label = { en: 'Ask & "answer"', zh: '咨询 & "答复"' }
  const day = { type: 'date' as const, key: 'visit_day', label: { en: 'Day of the visit', zh: '来访日期' } }
  const changed = await owner.call('editDraft', {
    params,
    body: {
      version,
      edits: [
        { type: 'addField', form: 'lead', field: day, section, index: 0, write: [], read: [] },
        {
          type: 'putPublicForm',
          form: 'lead',
          publicForm: {
            key: 'framed',
            label,
            title: label,
            fields: [{ field: 'name' }, { field: day.key }],
            embedOn: [acme.origin],
            redirect: `${acme.origin}/thanks`,
          },
        },
      ],
    },
  })
  await owner.call('publishDraft', { params, body: { version: changed.version } })

  const builder = await journey.as('owner')
  await builder.goto(at('/design/lead'))
  await builder.getByRole('button', { name: t('Public forms', '公开表单') }).click()
  await builder.getByRole('button', { name: t(label.en, label.zh) }).click()
  await builder.getByRole('button', { name: t('Make the link', '生成链接') }).click()
  const code = builder.locator('code', { hasText: '<iframe' })
  await expect(code).toBeVisible()
  acme.site.content = (await code.textContent()) ?? ''

  const stranger = await journey.stranger()
  await stranger.goto(acme.origin)
  await expect(stranger.locator('iframe')).toHaveAttribute('title', t(label.en, label.zh))
  const form = stranger.frameLocator('iframe')
  await expect(form.getByRole('heading', { name: t(label.en, label.zh), level: 1 })).toBeVisible()
  const name = t('Mei in the frame', '框里的小梅')
  await boxOf(form.locator('body'), t('Contact name', '联系人')).fill(name)
  await test.step('its calendar begins the week as the workspace does', async () => {
    await boxOf(form.locator('body'), t(day.label.en, day.label.zh)).click()
    await expect(form.locator('.ant-picker-content th').first()).toHaveText(t('We', '三'))
    await form.locator('.ant-picker-cell-today').click()
    await owner.call('changeCalendar', { params, body: { weekStart, fiscalMonth } })
  })
  await expect(async () => {
    const send = form.getByRole('button', { name: t('Send', '提交'), exact: true })
    if (await send.isVisible()) await send.click()
    await expect(form.getByRole('heading', { name: 'Thanks from Acme' })).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 15_000 })
  const found = await world.sql<{ day: string | null }>('select visit_day as day from lead where name = $1', [
    name,
  ])
  expect(found).toHaveLength(1)
  expect(found[0]?.day).not.toBeNull()

  await test.step('no other website, and no other page of the product, stands in a frame', async () => {
    const [, address = ''] = /src="([^"]+)"/.exec(acme.site.content) ?? []
    const policy = async (url: string) =>
      (await stranger.request.get(url)).headers()['content-security-policy']
    expect(await policy(address)).toContain(`frame-ancestors ${acme.origin}`)
    expect(await policy(`${world.url}/`)).toContain("frame-ancestors 'none'")
    const blocked = visitor.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
    await visitor.goto(acme.other)
    await blocked
    await expect(visitor.frameLocator('iframe').getByRole('textbox')).toHaveCount(0)
  })
})
