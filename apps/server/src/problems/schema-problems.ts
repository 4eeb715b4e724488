import type { ErrorObject } from 'ajv'
import type { FieldRefusal } from './refusal.ts'

const escape = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')

type Translate = (error: ErrorObject) => FieldRefusal

const at =
  (code: FieldRefusal['code'], params?: (error: ErrorObject) => FieldRefusal['params']): Translate =>
  (error) => {
    const filled = params?.(error)
    return { pointer: error.instancePath, code, ...(filled === undefined ? {} : { params: filled }) }
  }

const below =
  (code: FieldRefusal['code'], parameter: string): Translate =>
  (error) => ({
    pointer: `${error.instancePath}/${escape(String(error.params[parameter]))}`,
    code,
  })

/** How each keyword of JSON Schema is told to a person. */
const translations: Readonly<Record<string, Translate>> = {
  additionalProperties: below('unknown-field', 'additionalProperty'),
  propertyNames: below('unknown-field', 'propertyName'),
  required: below('required', 'missingProperty'),
  minLength: (error) => (error.params.limit === 1 ? at('required') : at('too-short', minimum))(error),
  maxLength: at('too-long', ({ params }) => ({ max: params.limit })),
  minItems: at('required'),
  maxItems: at('too-many', ({ params }) => ({ max: params.limit })),
  minimum: at('too-small', ({ params }) => ({ min: params.limit })),
  maximum: at('too-big', ({ params }) => ({ max: params.limit })),
  type: at('wrong-type', ({ params }) => ({ expected: String(params.type) })),
  const: at('not-an-option'),
  enum: at('not-an-option'),
  anyOf: at('not-an-option'),
  pattern: at('wrong-type', ({ parentSchema }) => ({
    expected: String(parentSchema?.description ?? 'text'),
  })),
}

function minimum({ params }: ErrorObject) {
  return { min: params.limit }
}

/** Without the alternatives of a union that were clearly not meant: those of another kind, or with another constant. */
function meantOnly(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf')
  return unions.reduce<readonly ErrorObject[]>((left, union) => {
    const start = `${union.schemaPath}/`
    const inside = left.filter(({ schemaPath }) => schemaPath.startsWith(start))
    const alternativeOf = ({ schemaPath }: ErrorObject) => schemaPath.slice(start.length).split('/')[0]
    const excludes = ({ keyword, instancePath }: ErrorObject) =>
      keyword === 'const' || (keyword === 'type' && instancePath === union.instancePath)
    const excluded = new Set(inside.filter(excludes).map(alternativeOf))
    const meant = inside.filter((error) => !excluded.has(alternativeOf(error)))
    const outside = left.filter((error) => !inside.includes(error) && error !== union)
    return [...outside, ...(meant.length === 0 ? [union] : meant)]
  }, errors)
}

/** What ajv found, each at its place and in the codes of the catalogue. */
export function schemaProblems(errors: readonly ErrorObject[]): FieldRefusal[] {
  const found = meantOnly(errors).map((error) =>
    (translations[error.keyword] ?? at('wrong-type', () => ({ expected: error.keyword })))(error),
  )
  const seen = new Set<string>()
  return found.filter(({ pointer, code }) => {
    const name = `${pointer} ${code}`
    return seen.has(name) ? false : seen.add(name)
  })
}
