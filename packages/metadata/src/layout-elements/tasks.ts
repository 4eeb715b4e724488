import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const tasks: ElementTypeSpec<ElementOf<'tasks'>> = {
  type: 'tasks',
  label: { en: 'Tasks', zh: '任务' },
  description: {
    en: 'What is to be done with this record, and with those around it if you like.',
    zh: '当前记录的待办任务，也可包含关联记录的任务。',
  },
  icon: 'check-square',
  isDecoration: false,
  isPublic: false,
  name: () => undefined,
  texts: () => [],
  create: (key) => ({ type: 'tasks', key, related: true }),
}
