export const en = {
  takeTitle: 'Take into the app',
  takeHint:
    'As a view of the app it belongs to nobody: only builders change it, members save what they see as their own.',
  takePlace: 'Place in the navigation',
  takeNowhere: 'Only among the views of the list',
  takeRoles: 'For these roles',
  takeAll: 'Everybody who may read these records',
  takeOpens: 'Their list opens with it',
  takeAfter: 'The view of the member',
  takeStays: 'Stays as it is',
  takeGoes: 'Goes once this is published',
  takeDraft: 'Put into my draft',
  takePublish: 'Publish',
  takeOthers_one: 'Your draft has another change, which is published too',
  takeOthers_other: 'Your draft has {{count}} other changes, which are published too',
  takeParts: 'You may not read everything that this view names, so only somebody who may can take it in.',
  takeDone: '“{{name}}” is a view of the app now.',
  takeInDraft: '“{{name}}” is in your draft. Review and publish it; the view of the member stays.',
}

type Plural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
export type TakeTextKey = Plural<keyof typeof en>
