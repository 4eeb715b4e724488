import { appUnderTest } from '@pipewright/testing'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

async function builtWeb() {
  const folder = await mkdtemp(join(tmpdir(), 'web-'))
  const staticFolder = join(folder, 'dist')
  await mkdir(join(staticFolder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(staticFolder, 'index.html'), '<!doctype html><title>Pipewright</title>')
  await writeFile(join(staticFolder, 'favicon.svg'), '<svg/>')
  await writeFile(join(staticFolder, 'assets', 'app-1a2b.js'), 'run()')
  await writeFile(join(staticFolder, 'sw.js'), 'work()')
  await writeFile(join(staticFolder, 'assets', 'app-1a2b.js.br'), 'br')
  await writeFile(join(staticFolder, 'assets', 'app-1a2b.js.gz'), 'gz')
  return { staticFolder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

test('every page is the app, hashed files are kept for ever, and the rest is not found', async () => {
  await using web = await builtWeb()
  await using world = await appUnderTest({ staticFolder: web.staticFolder })
  for (const page of ['/', '/sign-in', '/w/acme/f/lead', '/setup?token=x', '/invitations/acme.x7']) {
    const answer = await world.app.inject(page)
    expect(answer.body).toContain('<title>Pipewright')
    expect(answer.headers['cache-control']).toBe('no-cache')
  }
  const asset = await world.app.inject('/assets/app-1a2b.js')
  expect(asset.body).toBe('run()')
  expect(asset.headers['cache-control']).toContain('immutable')
  expect((await world.app.inject('/favicon.svg')).body).toBe('<svg/>')
  for (const missing of [
    '/assets/gone.js',
    '/api/nowhere',
    '/assets/..%2f..%2fsecret.txt',
    '/..%2fsecret.txt',
  ]) {
    const answer = await world.app.inject(missing)
    expect(answer.body).not.toContain('secret')
    expect(answer.statusCode === 200 ? answer.body : '404').toMatch(/404|<title>Pipewright/)
  }
})

test('the service worker is looked at anew each time, and who takes compressed files gets them', async () => {
  await using web = await builtWeb()
  await using world = await appUnderTest({ staticFolder: web.staticFolder })
  const worker = await world.app.inject('/sw.js')
  expect(worker.body).toBe('work()')
  expect(worker.headers['content-type']).toContain('javascript')
  expect(worker.headers['cache-control']).toBe('no-cache')
  const url = '/assets/app-1a2b.js'
  const taking = async (encodings: string) =>
    (await world.app.inject({ url, headers: { 'accept-encoding': encodings } })).headers
  expect((await taking('gzip, deflate, br'))['content-encoding']).toBe('br')
  expect((await taking('gzip, deflate'))['content-encoding']).toBe('gzip')
  expect(await taking('gzip')).toMatchObject({ vary: 'accept-encoding' })
  expect((await taking('identity'))['content-encoding']).toBeUndefined()
})
