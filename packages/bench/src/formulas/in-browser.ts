import { findChromium } from '@pipewright/testing/chromium'
import { chromium } from '@playwright/test'
import { join } from 'node:path'
import { build } from 'vite'

/** The workload with everything it imports as one script, as a browser gets it. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      rolldownOptions: { input: join(import.meta.dirname, 'page.ts'), output: { codeSplitting: false } },
    },
  })
  if (!('output' in built)) throw new Error('the bundler answered no single bundle')
  return built.output[0].code
}

const script = await bundle()
const browser = await chromium.launch({ executablePath: await findChromium({ log: console.log }) })
try {
  const page = await browser.newPage()
  await page.addScriptTag({ content: script, type: 'module' })
  const measured = await page.waitForFunction(
    () => Reflect.get(globalThis, 'measured') as string[] | undefined,
  )
  for (const line of (await measured.jsonValue()) ?? []) console.log(line)
} finally {
  await browser.close()
}
