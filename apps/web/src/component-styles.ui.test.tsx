import { expect, test } from 'vitest'
import { componentStyles } from './component-styles.ts'

function pageWith(...rels: string[]): Document {
  const page = document.implementation.createHTMLDocument()
  for (const rel of rels) {
    const link = page.createElement('link')
    Object.assign(link, { rel, href: '/assets/some.css' })
    link.dataset['componentStyles'] = ''
    page.head.append(link)
  }
  return page
}

const settled = async (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => true), new Promise((resolve) => setTimeout(resolve, 5, false))])

test('styles that were asked for are put to use, and waited for by those who need them', async () => {
  const page = pageWith('preload', 'preload', 'prefetch')
  const { frame, page: most } = componentStyles(page)
  const links = [...page.querySelectorAll('link')]
  expect(links.map(({ rel }) => rel)).toEqual(['stylesheet', 'stylesheet', 'stylesheet'])
  expect(await settled(frame)).toBe(false)
  links[0]?.dispatchEvent(new Event('load'))
  expect(await settled(frame)).toBe(true)
  expect(await settled(most)).toBe(false)
})

test('a page is drawn all the same where its styles cannot come, or there are none', async () => {
  const page = pageWith('preload', 'preload')
  const styles = componentStyles(page)
  for (const link of page.querySelectorAll('link')) link.dispatchEvent(new Event('error'))
  expect(await settled(styles.frame)).toBe(true)
  expect(await settled(styles.page)).toBe(true)
  const none = componentStyles(pageWith())
  expect(await settled(none.frame)).toBe(true)
  expect(await settled(none.page)).toBe(true)
})
