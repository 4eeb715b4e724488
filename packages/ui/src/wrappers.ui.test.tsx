import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { AppProviders } from './app-providers.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Icon } from './icons/icon.tsx'
import { OptionTag } from './option-tag.tsx'

afterEach(cleanup)

it('sets language and colours for the whole page', () => {
  const { rerender } = render(
    <AppProviders locale="zh" theme="dark">
      x
    </AppProviders>,
  )
  const root = document.documentElement
  expect([root.lang, root.dataset['theme'], root.style.getPropertyValue('--pw-page')]).toEqual([
    'zh-CN',
    'dark',
    '#14171c',
  ])
  rerender(
    <AppProviders locale="en" theme="light">
      x
    </AppProviders>,
  )
  expect([root.lang, root.dataset['theme']]).toEqual(['en', 'light'])
})

it('says what went wrong; a reference only for faults of ours', () => {
  const { rerender } = render(
    <ErrorNotice problem={{ title: 'Not allowed.', status: 403, requestId: 'r-1' }} />,
  )
  expect(screen.getByRole('alert').textContent).toBe('Not allowed.')
  rerender(<ErrorNotice problem={{ title: 'Broken.', status: 500, requestId: 'r-1' }} />)
  expect(screen.getByRole('alert').textContent).toContain('Reference r-1')
  rerender(<ErrorNotice problem={null} />)
  expect(screen.getByRole('alert').textContent).toContain('The server cannot be reached.')
})

it('draws an option in its colour and an unknown icon as a sheet', async () => {
  render(
    <>
      <OptionTag label="Won" color="green" />
      <Icon name={'no-such-icon' as string} />
    </>,
  )
  expect(screen.getByTitle('Won').style.background).toBe('var(--pw-green-surface)')
  await waitFor(() => expect(document.querySelector('.anticon-file-text')).toBeTruthy())
})

it('keeps Enter on the entry of a menu, so that it presses nothing in the dialog the entry opens', () => {
  render(
    <AppProviders locale="en" theme="light">
      <div role="menuitem" tabIndex={-1}>
        Import
      </div>
      <button type="button">Send</button>
    </AppProviders>,
  )
  // fireEvent tells whether the browser would go on.
  expect(fireEvent.keyDown(screen.getByRole('menuitem'), { key: 'Enter' })).toBe(false)
  expect(fireEvent.keyDown(screen.getByRole('menuitem'), { key: 'ArrowDown' })).toBe(true)
  expect(fireEvent.keyDown(screen.getByRole('button'), { key: 'Enter' })).toBe(true)
})
