import { sources, stages } from '../world/bench-form.ts'

export const decimal = { type: 'string', pattern: '^[0-9]{1,18}(\\.[0-9]{1,2})?$' }
const text = { type: 'string', maxLength: 200 }
export const schemaOfRecord = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'account', 'stage'],
  properties: {
    name: text,
    account: { type: 'string', pattern: '^[0-9a-f-]{36}$' },
    stage: { enum: stages },
    amount: decimal,
    probability: decimal,
    close_date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    source: { enum: sources },
    next_step: text,
    description: { type: 'string' },
    priority: { enum: ['low', 'normal', 'high'] },
    contact_name: text,
    phone: text,
    email: text,
    website: text,
    region: text,
    budget: decimal,
    score: decimal,
    is_key: { type: 'boolean' },
    met_at: text,
    tags: { type: 'array', items: { enum: ['hot', 'price', 'repeat'] } },
  },
}

export const fields = Object.keys(schemaOfRecord.properties)

/** What every answer tells beside the fields, as the other server does. */
export const systemColumns = [
  'id',
  'version',
  'owner',
  'department',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'locked_by',
]
