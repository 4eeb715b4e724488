interface Entry {
  readonly en: string
  readonly zh: string
}

/** What can be wrong with one entry. */
export const fieldProblems = {
  required: { en: 'Please fill this in.', zh: '请填写此项。' },
  'unknown-field': { en: 'There is no such field.', zh: '没有此字段。' },
  'not-writable': { en: 'This field cannot be changed here.', zh: '此字段不能修改。' },
  'wrong-type': {
    en: 'This is not the right kind of value ({expected}).',
    zh: '值的类型不正确（应为{expected}）。',
  },
  'not-a-number': { en: 'This is not a number.', zh: '不是有效的数字。' },
  'too-many-digits': { en: 'At most {scale} digits after the decimal point.', zh: '小数位最多 {scale} 位。' },
  'too-small': { en: 'Must be at least {min}.', zh: '不能小于 {min}。' },
  'too-big': { en: 'Must be at most {max}.', zh: '不能大于 {max}。' },
  'total-too-big': {
    en: 'With this, “{fields}” would become too large to be stored.',
    zh: '保存后“{fields}”的数值会过大，无法存储。',
  },
  'too-short': { en: 'At least {min} characters.', zh: '至少 {min} 个字符。' },
  'too-long': { en: 'At most {max} characters.', zh: '最多 {max} 个字符。' },
  'bad-characters': { en: 'It holds characters that cannot be stored.', zh: '包含无法保存的字符。' },
  'bad-date': {
    en: 'This day does not exist. Write it as YYYY-MM-DD.',
    zh: '日期无效，请使用 YYYY-MM-DD 格式。',
  },
  'bad-instant': {
    en: 'This is not a date with time and time zone.',
    zh: '不是有效的日期时间（需含时区）。',
  },
  'bad-email': { en: 'This is not an e-mail address.', zh: '邮箱地址不正确。' },
  'bad-time': {
    en: 'This is not a time of day. Write it as 09:30.',
    zh: '时间无效，请按 09:30 的格式填写。',
  },
  'bad-duration': {
    en: 'This is not a duration. Write it as 1h 30m or 1:30.',
    zh: '时长无效，请按 1小时30分 或 1:30 的格式填写。',
  },
  'bad-id-card': {
    en: 'This is not a resident id of China: 18 characters, the last one checks the others.',
    zh: '身份证号码不正确，请核对 18 位号码。',
  },
  'bad-postcode': { en: 'A postcode has six digits.', zh: '邮政编码为 6 位数字。' },
  'not-in-pattern': { en: '{text}', zh: '{text}' },
  'bad-phone': { en: 'This is not a phone number.', zh: '电话号码不正确。' },
  'no-such-number': {
    en: 'No phone has this number. Check the digits; a number from abroad begins with + and its country code.',
    zh: '号码不存在，请核对位数；境外号码请以 + 和国家代码开头。',
  },
  'bad-range': {
    en: 'These are no first and last day. Write them as 2026-01-01 ~ 2026-01-31.',
    zh: '日期区间无效，请按 2026-01-01 ~ 2026-01-31 的格式填写。',
  },
  'too-early': { en: 'Not before {day}.', zh: '不能早于 {day}。' },
  'too-late': { en: 'Not after {day}.', zh: '不能晚于 {day}。' },
  'ends-before-start': { en: 'It ends before it begins.', zh: '结束日期早于开始日期。' },
  'too-many-days': { en: 'At most {max} days.', zh: '最长 {max} 天。' },
  'bad-location': {
    en: 'This is no place on the earth. Write latitude and longitude as 31.230391, 121.473702.',
    zh: '位置无效，请按“纬度, 经度”填写，例如 31.230391, 121.473702。',
  },
  'not-an-amount': {
    en: 'This is no amount of money. Write it as USD 1,200.00.',
    zh: '金额无效，请按“USD 1,200.00”的格式填写。',
  },
  'no-such-currency': {
    en: '{currency} cannot be chosen here. Possible are {known}.',
    zh: '此处不能选择币种 {currency}，可选：{known}。',
  },
  'no-rate': {
    en: 'There is no exchange rate from {currency} into {home} for {day}. An administrator can add it under Exchange rates.',
    zh: '没有 {day} 由 {currency} 折算为 {home} 的汇率，请管理员在“汇率”中添加。',
  },
  'not-the-name': {
    en: 'This is not the name of what is to be cleared.',
    zh: '输入的名称与要清除的内容不一致。',
  },
  'rate-twice': {
    en: 'There are two rates of {currency} from {day} on.',
    zh: '{currency} 在 {day} 有两个汇率。',
  },
  'same-currency': {
    en: '{currency} needs no rate into itself.',
    zh: '{currency} 无需设置对自身的汇率。',
  },
  'rate-not-positive': { en: 'A rate is a number above zero.', zh: '汇率应为大于零的数字。' },
  'too-far': {
    en: 'This is {distance} m away; at most {metres} m are allowed.',
    zh: '距离 {distance} 米，超出允许的 {metres} 米。',
  },
  'no-such-division': {
    en: '“{name}” is no division of China at this place. Choose it from the list.',
    zh: '没有名为“{name}”的行政区划，请从列表中选择。',
  },
  'no-such-country': { en: 'There is no country “{code}”.', zh: '没有代码为“{code}”的国家或地区。' },
  'not-abroad': {
    en: 'Only addresses in {country} can be given here.',
    zh: '此处只能填写{country}境内的地址。',
  },
  'bad-url': {
    en: 'This is not a web address (http, https, mailto or tel).',
    zh: '链接不正确（仅支持 http、https、mailto、tel）。',
  },
  'not-an-option': { en: 'This is not one of the options.', zh: '不在可选项中。' },
  'not-offered': {
    en: 'This does not belong to what is chosen for “{field}”. Please choose again.',
    zh: '与“{field}”的当前选择不匹配，请重新选择。',
  },
  'other-needs-text': { en: 'Please write your own answer.', zh: '请填写其他内容。' },
  'no-such-record': {
    en: 'This record does not exist, or you may not see it.',
    zh: '记录不存在，或您无权查看。',
  },
  'not-eligible': {
    en: 'This record cannot be chosen here: it does not meet the condition of the field.',
    zh: '此处不能选择该记录：不符合该字段的条件。',
  },
  'date-hidden': {
    en: 'Somebody among them may not see this date.',
    zh: '所选成员中有人无权查看此日期。',
  },
  circle: {
    en: 'A record cannot lie under itself, nor under one that lies below it.',
    zh: '记录不能置于自身或其下级记录之下。',
  },
  'no-such-member': { en: 'There is no such member.', zh: '没有此成员。' },
  'not-in-limit': {
    en: 'This person cannot be chosen here: only {who} can.',
    zh: '此处不能选择该成员，仅限：{who}。',
  },
  'no-such-department': { en: 'There is no such department.', zh: '没有此部门。' },
  'no-such-file': {
    en: 'This file does not exist, or you may not see it.',
    zh: '文件不存在，或您无权查看。',
  },
  'file-kind': {
    en: '“{name}” is not one of the allowed kinds ({types}).',
    zh: '“{name}”不是允许的文件类型（{types}）。',
  },
  'file-too-large': { en: '“{name}” is larger than {max} MB.', zh: '“{name}”超过 {max} MB。' },
  'too-many': { en: 'At most {max}.', zh: '最多 {max} 个。' },
  'too-few': { en: 'At least {min}.', zh: '至少 {min} 个。' },
  'too-many-inside': {
    en: 'All rows together hold {count} rows of “{field}”; at most {max} are possible.',
    zh: '所有行的“{field}”共 {count} 行，最多 {max} 行。',
  },
  'nested-too-deep': {
    en: 'This is nested more than {max} levels deep, which nothing here needs. Split a formula like this into several fields.',
    zh: '嵌套超过 {max} 层，无法处理。请将此类公式拆分为多个字段。',
  },
  'not-unique': { en: 'This value is already taken.', zh: '该值已被使用。' },
  'not-unique-together': {
    en: 'Another record has the same {fields}.',
    zh: '已有其他记录的“{fields}”与此相同。',
  },
  'not-unique-seen': {
    en: 'The record “{record}” has this value already.',
    zh: '记录“{record}”已使用相同的值。',
  },
  'row-repeats': { en: 'Row {row} has this already.', zh: '与第 {row} 行重复。' },
  'row-repeats-together': {
    en: 'Row {row} has the same {fields}.',
    zh: '与第 {row} 行的“{fields}”相同。',
  },
  'locked-by-rule': { en: 'A rule locks this field: {rule}', zh: '该字段被规则锁定：{rule}' },
  'option-limited': {
    en: 'This option cannot be chosen here: {rule}',
    zh: '此处不能选择该选项：{rule}',
  },
  'fill-limit-ever': {
    en: 'Each member can make at most {most} of these records, and you have made yours.',
    zh: '每位成员最多填写 {most} 条，您已达到上限。',
  },
  'fill-limit-day': {
    en: 'Each member can make at most {most} of these records a day, and you have made yours for today.',
    zh: '每位成员每天最多填写 {most} 条，您今天已达到上限。',
  },
  'fill-limit-week': {
    en: 'Each member can make at most {most} of these records a week, and you have made yours for this week.',
    zh: '每位成员每周最多填写 {most} 条，您本周已达到上限。',
  },
  'fill-limit-month': {
    en: 'Each member can make at most {most} of these records a month, and you have made yours for this month.',
    zh: '每位成员每月最多填写 {most} 条，您本月已达到上限。',
  },
  warned: { en: '{text}', zh: '{text}' },
  refused: { en: '{text}', zh: '{text}' },
  'stage-field': { en: 'Fill this in for “{stage}”.', zh: '“{stage}”阶段需要填写此项。' },
  'stage-needs': {
    en: '“{stage}” needs “{field}”, which somebody else has to fill in.',
    zh: '“{stage}”阶段需要填写“{field}”，请联系有权限的同事填写。',
  },
  'stage-needs-other': {
    en: '“{stage}” needs something that you cannot see. Ask your administrator.',
    zh: '“{stage}”阶段还缺少您无权查看的内容，请联系管理员。',
  },
  'stage-records': {
    en: '“{stage}” needs {min} of “{form}”; there are {count}.',
    zh: '“{stage}”阶段需要至少 {min} 条“{form}”，目前有 {count} 条。',
  },
  'stage-checklist': {
    en: 'Tick “{item}” on the checklist of “{stage}” first.',
    zh: '请先完成“{stage}”阶段清单中的“{item}”。',
  },
  'stage-move': {
    en: 'After “{from}” comes one of: {list}. “{to}” cannot follow directly.',
    zh: '“{from}”之后只能进入：{list}，不能直接进入“{to}”。',
  },
  'stage-final': { en: '“{from}” is final; no other stage follows.', zh: '“{from}”是最终阶段，不能再变更。' },
  'stage-elsewhere': {
    en: '“{stage}” is no stage of the pipeline “{pipeline}”.',
    zh: '“{stage}”不属于流程“{pipeline}”。',
  },
  'relation-not-back': {
    en: '“{record}” does not lead to it again: “{field}” was changed since.',
    zh: '“{record}”未重新关联：“{field}”在删除后已被修改。',
  },
  'relation-not-back-twice': {
    en: '“{record}” does not lead to it again: another record has the same value in “{field}” now.',
    zh: '“{record}”未重新关联：“{field}”的值现已被其他记录占用。',
  },
  'relation-not-back-circle': {
    en: '“{record}” does not lie under it again: “{field}” stays empty, since it lies under “{record}” by now.',
    zh: '“{record}”未重新归到其下：该记录现已位于“{record}”之下，因此“{field}”保持为空。',
  },
  'relations-not-back': {
    en: '{count} more relations do not lead to it again.',
    zh: '另有 {count} 处关联未恢复。',
  },
  'relation-in-bin': {
    en: '“{field}” leads to a record that is in the recycle bin itself.',
    zh: '“{field}”所关联的记录也在回收站中。',
  },
  'not-so-many': {
    en: 'There are {count} by now. Please look at them again.',
    zh: '现在共有 {count} 条，请重新确认。',
  },
  'bad-network': {
    en: 'This is not an IP address or network, such as 203.0.113.0/24.',
    zh: '不是有效的 IP 地址或网段（例如 203.0.113.0/24）。',
  },
  'in-the-past': { en: 'This moment has already passed.', zh: '该时间已过。' },
  'wrong-password': { en: 'This is not your current password.', zh: '当前密码不正确。' },
  'not-matched': { en: 'No record found for “{value}”.', zh: '找不到与“{value}”匹配的记录。' },
  'matched-many': { en: 'More than one record fits “{value}”.', zh: '有多条记录与“{value}”匹配。' },
  'not-an-id': {
    en: '“{value}” is not the id of a record, as an exported file has it.',
    zh: '“{value}”不是有效的记录编号，请使用导出文件中的编号。',
  },
  'key-empty': {
    en: 'This row does not say which record it means.',
    zh: '此行缺少用于匹配记录的内容。',
  },
  'key-twice': {
    en: 'Row {first} already means the record “{value}”.',
    zh: '第 {first} 行已对应记录“{value}”。',
  },
  expression: { en: '{text}', zh: '{text}' },
} as const satisfies Record<string, Entry>
export type FieldProblemCode = keyof typeof fieldProblems
