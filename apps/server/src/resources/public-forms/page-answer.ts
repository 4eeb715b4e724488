import { findRights, publicRights, type AnswerRight } from '@pipewright/compiler'
import type { PublicPageAnswer, PublicSent } from '@pipewright/contract'
import { findPicture } from '@pipewright/db'
import type { PublicForm } from '@pipewright/schemas'
import type { Services } from '../../services.ts'
import type { PublicScene } from './public-scene.ts'

type Look = PublicPageAnswer['look']

/** Texts and looks of a page, without its inner workings; the logo where the workspace has it, which an app carried here has not. */
export async function lookOf(
  { database }: Services,
  { workspace, page: { page, shown } }: PublicScene,
): Promise<Look> {
  const {
    title = shown.forms[0]?.label,
    intro,
    language,
    color,
    brand,
    logo: named,
    submitLabel,
    opensAt,
    closesAt,
  } = page
  const known = named === undefined ? undefined : await findPicture(database, workspace, named)
  const logo = known?.id
  const all = { title, intro, language, color, brand, logo, submitLabel, opensAt, closesAt }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Look
}

/** What the browser needs to show the form: nothing that is not listed (AZ-12). */
export function fillingOf({ page }: PublicScene, right: AnswerRight) {
  const found = publicRights(page, right, '').forms[page.form]
  if (found === undefined) throw new Error('a page has rights to its form')
  const { predicates: _, ...rights } = found
  const shown = new Set(page.page.fields.map(({ field }) => field))
  const fields = Object.fromEntries(
    Object.entries(rights.fields).filter(([path]) => shown.has(path.split('.')[0] ?? path)),
  )
  return { definition: page.shown, form: page.form, rights: { ...rights, fields } }
}

/** Of a page that finds records: what is asked for, and what is shown. */
export function findingOf({ page }: PublicScene) {
  const { find, fields: listed } = page.page
  if (find === undefined) return undefined
  const found = findRights(page).forms[page.form]
  if (found === undefined) throw new Error('a page has rights to its form')
  const { predicates: _, ...rights } = found
  const asked = find.by.map((key) => [key, 'write' as const])
  const fields = { ...rights.fields, ...Object.fromEntries(asked) }
  return {
    filling: { definition: page.shown, form: page.form, rights: { ...rights, create: true, fields } },
    find: { by: [...find.by], fields: listed.map(({ field }) => field) },
  }
}

/** What is said after sending. */
export function sentAnswer(page: PublicForm, answerLink: string | undefined): PublicSent {
  const { thanksTitle, thanks, redirect } = page
  return {
    ...(thanksTitle === undefined ? {} : { thanksTitle }),
    ...(thanks === undefined ? {} : { thanks }),
    ...(redirect === undefined ? {} : { redirect }),
    ...(answerLink === undefined ? {} : { answerLink, mayChange: page.answerLink === 'edit' }),
  }
}
