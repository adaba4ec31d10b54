import { expect, test } from 'vitest';
import { withoutPeople } from '../../src/intake/people.ts';

// Names that nobody bears.
test.each([
  ['behind a label', '联系人：欧阳不存在'],
  ['behind a label with a wide colon and signs in brackets', '法定代表人(签字)：欧阳不存在'],
  ['behind a label without a sign', '负责人 欧阳不存在'],
  ['in the middle of a sentence', '乙方指定联系人为欧阳不存在，电话138 0000 1234'],
  ['in a heading', '项目经理郑不存的责任'],
  ['of a usual surname', '项目经理王不存的责任'],
  ['right behind a label', '乙方联系人郑不存应当在3日内维护平台'],
  ['before what it is made', '甲方指定郑不存为本合同联系人'],
  ['spread with wide spaces', '联系人：欧　阳　不　存　在'],
  ['on the next line', '联系人：\n欧阳不存在'],
  ['two in two columns, on the next line', '联系人：\t联系人：\n欧阳不存在\t郑不存'],
  ['in the next cell', '甲方联系人\t欧阳不存在\t电话\t13800001234'],
  ['in a row with a number', '郑不存\t经理\t13800001234'],
  ['in a row with an address', '郑 不 存\t经理\tnobody@ example.org'],
])('a name %s is left out', (_, text) => {
  expect(withoutPeople(text)).not.toMatch(/欧|阳|郑|不.?存/);
});

test.each([
  '13800001234',
  '138 0000 1234',
  '138-0000-1234',
  '138 0000 12 34',
  '+86 138 0000 1234',
  '86-13800001234',
  'nobody@example.org',
  'nobody@ example.org',
  '110101199003070000',
  '110101 19900307 000X',
  '微信：nobody_at_all',
  'QQ号 123456789',
])('%s is left out', (text) => {
  expect(withoutPeople(`有事请找${text}。`)).not.toMatch(/\d|nobody|X/);
});

test('what is no person stays: accounts, hotlines, deadlines and words about persons', () => {
  for (const text of [
    '账号9900 0639 0000 0002 46',
    '服务电话400-000-1234',
    '联系人变更的，应当在3日内通知对方',
    '由法定代表人签字并加盖公章之日起生效',
    '甲方\t乙方\t13天',
  ])
    expect(withoutPeople(text)).toBe(text.replaceAll('\t', ' '));
});
