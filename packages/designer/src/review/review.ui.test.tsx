import { ProblemError, type Impact } from '@pipewright/contract'
import { aForm, aTextField, anApp } from '@pipewright/metadata/builders'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { drawDesigner } from '../testing/draw-designer.tsx'

afterEach(cleanup)

const impact = (count: number): Impact => ({
  changes: [
    {
      text: { en: 'Note was removed', zh: '移除了备注' },
      effects: [{ severity: 'warning', text: { en: `${count} records hold a value`, zh: `${count} 条` } }],
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
      if (token === 'seen 3') return Promise.resolve({ revision: 2 })
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
  await user.click(publish)
  await waitFor(() => expect(tokens).toEqual(['seen 2', 'seen 3']))
})
