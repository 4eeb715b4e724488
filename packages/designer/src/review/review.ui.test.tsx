import { ProblemError, type Impact, type RunningTypeChange } from '@pipewright/contract'
import { aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const impact = (count: number): Impact => ({
  changes: [
    {
      text: { en: 'Note was removed', zh: '移除了备注' },
      effects: [
        {
          severity: 'warning',
          text: { en: `${count} records hold a value`, zh: `${count} 条` },
          records: [{ form: 'lead', id: 'r1', title: 'Acme' }],
        },
      ],
    },
  ],
  blocked: false,
  statements: 1,
  problems: [],
  token: `seen ${count}`,
})

it('publishes what was looked at; when records changed since, it says what is otherwise and takes a second look', async () => {
  const app = anApp({ forms: [aForm({ fields: [aTextField(), aTextField({ key: 'note' })] })] })
  const { api, user } = await drawDesigner(app, app.forms[0]!.key, 'zh')
  const tokens: (string | undefined)[] = []
  let counted = 2
  Object.assign(api, {
    impact: () => Promise.resolve(impact(counted)),
    publish: (_version: number, token?: string) => {
      tokens.push(token)
      if (token === 'seen 3') return Promise.resolve({ revision: 2, converting: false })
      counted = 3
      const code = 'impact-changed'
      const problem = { type: code, title: code, status: 409, code, requestId: 'r', impact: impact(3) }
      return Promise.reject(new ProblemError(problem))
    },
  })
  await user.click(screen.getByRole('button', { name: /^添加单行文本/ }))
  await user.click(await screen.findByRole('button', { name: /检查并发布$/ }))
  const publish = await screen.findByRole('button', { name: '发布' })
  await user.click(publish)
  const alert = (await screen.findByText('您查看之后，数据发生了变化')).closest('[role=alert]')
  expect(alert?.textContent).toContain('之前： 2 条')
  expect(alert?.textContent).toContain('现在： 3 条')
  const list = screen.getByText('移除了备注').closest('li')!
  expect(within(list).getByText('3 条')).toBeTruthy()
  const record = within(list).getByRole('link', { name: 'Acme' })
  expect(record.getAttribute('href')).toMatch(/^\/w\/[^/]+\/f\/lead\/r1$/)
  await user.click(publish)
  await waitFor(() => expect(tokens).toEqual(['seen 2', 'seen 3']))
})

it('says of each record what is wrong with it, where that is not the same for all', async () => {
  const app = anApp({ forms: [aForm({ fields: [aTextField()] })] })
  const { api, user } = await drawDesigner(app, app.forms[0]!.key, 'zh')
  const why = { en: 'Lead › Name: Please fill this in.', zh: '线索 › 名称：请填写此项。' }
  const told = impact(1)
  Object.assign(told.changes[0]!.effects[0]!, { records: [{ form: 'lead', id: 'r1', title: 'Acme', why }] })
  Object.assign(api, { impact: () => Promise.resolve(told) })
  await user.click(await screen.findByRole('button', { name: /^添加单行文本/ }))
  await user.click(await screen.findByRole('button', { name: /检查并发布$/ }))
  const record = await screen.findByRole('link', { name: 'Acme' })
  expect(record.parentElement?.textContent).toBe('Acme 线索 › 名称：请填写此项。')
})

it('SC-11: while very many values change their type it shows how far that is, and takes it back on demand', async () => {
  const app = anApp({ forms: [aForm({ fields: [aTextField(), aTextField({ key: 'note' })] })] })
  const { api, user } = await drawDesigner(app, app.forms[0]!.key, 'zh')
  let running: RunningTypeChange | null = null
  Object.assign(api, {
    impact: () => Promise.resolve(impact(2)),
    publish: () => {
      running = {
        state: 'filling',
        reason: null,
        member: '00000000-0000-7000-8000-000000000001',
        since: '2026-11-21T00:00:00.000Z',
        changes: [{ en: 'Note is a number now', zh: '备注改为数字' }],
        done: 30_000,
        total: 120_000,
      }
      return Promise.resolve({ revision: 1, converting: true })
    },
    typeChange: () => Promise.resolve({ running }),
    cancelTypeChange: () => {
      running = null
      return Promise.resolve({ cancelled: true })
    },
  })
  await user.click(screen.getByRole('button', { name: /^添加单行文本/ }))
  await user.click(await screen.findByRole('button', { name: /检查并发布$/ }))
  await user.click(await screen.findByRole('button', { name: '发布' }))
  const bar = await screen.findByRole('progressbar')
  expect(bar.getAttribute('aria-valuenow')).toBe('25')
  expect(screen.getByText('已转换 30000 / 120000 条')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '发布' })).toBeNull()
  await user.click(screen.getByRole('button', { name: '取消类型更改' }))
  expect(await screen.findByRole('button', { name: '发布' })).toBeTruthy()
})
