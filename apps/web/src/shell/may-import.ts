import type { FormRights } from '@pipewright/contract'

/** Whether there is anything an import could do: rows make records or change those that are there. */
export const mayImport = (rights: FormRights | undefined): boolean =>
  rights?.import === true && (rights.create || rights.update)
