import { createContext, useContext } from 'react'
import type { DesignerApi } from '../designer-api.ts'

export const ApiContext = createContext<DesignerApi | null>(null)

export function useApi(): DesignerApi {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('Designer is missing above this component')
  return api
}
