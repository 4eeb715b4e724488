import type { Department, Member } from '../words.ts'

export const departments: readonly Department[] = [
  { key: 'sales', name: '销售部', parent: '', manager: 'director' },
  { key: 'team_east', name: '华东销售组', parent: 'sales', manager: 'lead_east' },
  { key: 'team_south', name: '华南销售组', parent: 'sales', manager: 'lead_south' },
  { key: 'team_key', name: '大客户组', parent: 'sales', manager: 'lead_key' },
  { key: 'finance', name: '财务部', parent: '', manager: 'finance_1' },
]

export const members: readonly Member[] = [
  { key: 'director', name: '陆建明', role: 'manager', department: 'sales', strength: 0 },
  { key: 'lead_east', name: '沈佳宁', role: 'manager', department: 'team_east', strength: 2 },
  { key: 'lead_south', name: '梁文斌', role: 'manager', department: 'team_south', strength: 2 },
  { key: 'lead_key', name: '顾晓彤', role: 'manager', department: 'team_key', strength: 3 },
  { key: 'rep_1', name: '王思远', role: 'rep', department: 'team_east', strength: 9 },
  { key: 'rep_2', name: '赵雨桐', role: 'rep', department: 'team_east', strength: 7 },
  { key: 'rep_3', name: '徐浩然', role: 'rep', department: 'team_east', strength: 4 },
  { key: 'rep_4', name: '陈嘉怡', role: 'rep', department: 'team_south', strength: 8 },
  { key: 'rep_5', name: '黄志鹏', role: 'rep', department: 'team_south', strength: 5 },
  { key: 'rep_6', name: '何梦琪', role: 'rep', department: 'team_south', strength: 3 },
  { key: 'rep_7', name: '孙立诚', role: 'rep', department: 'team_key', strength: 6 },
  { key: 'rep_8', name: '周若溪', role: 'rep', department: 'team_key', strength: 6 },
  { key: 'finance_1', name: '郑丽华', role: 'finance', department: 'finance', strength: 0 },
  { key: 'finance_2', name: '罗欣', role: 'finance', department: 'finance', strength: 0 },
]
