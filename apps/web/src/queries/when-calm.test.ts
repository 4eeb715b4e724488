import { expect, test } from 'vitest'
import { whenCalm } from './when-calm.ts'

test('things are done in their order, also where a browser puts off its calm moments', async () => {
  const moments: (() => void)[] = []
  const done: string[] = []
  const aside = whenCalm(
    async () => 'kept',
    (act) => void moments.push(act),
  )
  const add = (what: string) => aside(async (loaded) => void done.push(`${loaded} ${what}`))
  add('session')
  add('app')
  while (moments.length > 0) moments.pop()?.()
  add('list')
  moments.pop()?.()
  await expect.poll(() => done).toEqual(['kept session', 'kept app', 'kept list'])
})

test('things are done in their order, also where the code comes to a later asker first', async () => {
  const codes: ((code: string) => void)[] = []
  const done: string[] = []
  const aside = whenCalm(
    () => new Promise<string>((come) => void codes.push(come)),
    (act) => act(),
  )
  const add = (what: string) => aside(async (loaded) => void done.push(`${loaded} ${what}`))
  add('session')
  add('app')
  // All that is asked for by now comes, the last one first.
  const come = async () => {
    await new Promise((soon) => setTimeout(soon))
    while (codes.length > 0) codes.pop()?.('kept')
  }
  await come()
  await come()
  await expect.poll(() => done).toEqual(['kept session', 'kept app'])
})

test('what fails keeps nothing else from being done', async () => {
  const done: string[] = []
  let isThere = false
  const aside = whenCalm(
    async () => {
      if (!isThere) throw new Error('not there')
    },
    (act) => act(),
  )
  aside(async () => void done.push('in vain'))
  await Promise.resolve()
  isThere = true
  aside(async () => {
    throw new Error('no room')
  })
  aside(async () => void done.push('after it'))
  await expect.poll(() => done).toEqual(['after it'])
})
