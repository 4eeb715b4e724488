import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, makeSample } from './sample.ts'
import type { Language } from './sample.ts'

// Writes the sample data of the lead-to-payment template; the same bytes on every run.
const folder = join(import.meta.dirname, '../../templates/lead-to-payment/sample')
for (const language of Object.keys(languages) as Language[]) {
  const target = join(folder, language)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const [name, text] of Object.entries(makeSample(language))) writeFileSync(join(target, name), text)
}
