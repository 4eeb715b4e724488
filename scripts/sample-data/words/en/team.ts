import type { Department, Member } from '../words.ts'

export const departments: readonly Department[] = [
  { key: 'sales', name: 'Sales', parent: '', manager: 'director' },
  { key: 'team_north', name: 'Team North', parent: 'sales', manager: 'lead_north' },
  { key: 'team_south', name: 'Team South', parent: 'sales', manager: 'lead_south' },
  { key: 'team_key', name: 'Key Accounts', parent: 'sales', manager: 'lead_key' },
  { key: 'finance', name: 'Finance', parent: '', manager: 'finance_1' },
]

export const members: readonly Member[] = [
  { key: 'director', name: 'Margaret Ellison', role: 'manager', department: 'sales', strength: 0 },
  { key: 'lead_north', name: 'Owen Hargreaves', role: 'manager', department: 'team_north', strength: 2 },
  { key: 'lead_south', name: 'Priya Raman', role: 'manager', department: 'team_south', strength: 2 },
  { key: 'lead_key', name: 'Daniel Okafor', role: 'manager', department: 'team_key', strength: 3 },
  { key: 'rep_1', name: 'Sophie Lindqvist', role: 'rep', department: 'team_north', strength: 9 },
  { key: 'rep_2', name: 'Tom Brennan', role: 'rep', department: 'team_north', strength: 7 },
  { key: 'rep_3', name: 'Elena Marchetti', role: 'rep', department: 'team_north', strength: 4 },
  { key: 'rep_4', name: 'Marcus Webb', role: 'rep', department: 'team_south', strength: 8 },
  { key: 'rep_5', name: 'Hannah Fischer', role: 'rep', department: 'team_south', strength: 5 },
  { key: 'rep_6', name: 'Luis Ferreira', role: 'rep', department: 'team_south', strength: 3 },
  { key: 'rep_7', name: 'Aisha Rahman', role: 'rep', department: 'team_key', strength: 6 },
  { key: 'rep_8', name: 'Callum Fraser', role: 'rep', department: 'team_key', strength: 6 },
  { key: 'finance_1', name: 'Ruth Kowalski', role: 'finance', department: 'finance', strength: 0 },
  { key: 'finance_2', name: 'Ben Whitaker', role: 'finance', department: 'finance', strength: 0 },
]
