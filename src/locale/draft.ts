import type { Lang } from './text.ts';

type Why = 'similar' | 'name' | 'content';

/** The comments of a drafted mapping.yaml. */
export const draftTexts = {
  zh: {
    opening: [
      '由 lvyue records check --draft-mapping 起草，请逐条审阅。',
      '冒号左边是文件中的表头或用词，右边是本系统的列名或取值。',
      '“问：”下面的一行拿不准：答完后去掉它行首的 #（上面的 columns: 等行也带 # 的，一并去掉）；不需要的删去即可。',
    ],
    file: (title: string) => `${title}：已按名称识别。`,
    guessed: (title: string) => `${title}：按表头和内容识别。`,
    unsureTable: (title: string) => `请确认这份文件是不是“${title}”；是的，去掉各行的 #。`,
    noTable: (file: string) => `${file}：看不出是哪张表，没有起草。`,
    why: { similar: '表头含义相同', name: '表头相近', content: '内容相符' } satisfies Record<Why, string>,
    confidence: { high: '把握高', middle: '把握中', low: '把握低' },
    fits: '内容也相符',
    example: (values: readonly string[]) => (values.length > 0 ? `例：${values.join('、')}` : '此列为空'),
    rivals: (headers: readonly string[]) => `“${headers.join('”“')}”也是或也像同一列；只能取一个，不取的写 null`,
    doubled: (header: string, times: number) =>
      `表头“${header}”出现了 ${times} 次，分不出是哪一列；请先在文件中改名或删去多余的，再重新起草`,
    question: '问：',
    asks: '是不是',
    unknown: '看不出是哪一列；用不到的写 null，或不管它',
    value: (allowed: readonly string[]) => `是什么意思？可取：${allowed.join('、')}`,
    valueSure: '用词含义相同',
    formats: (formats: readonly string[]) => `日月次序看不出来，请选：${formats.join(' 或 ')}`,
    format: '各行都是这种写法',
    constant: (allowed: readonly string[]) => `文件中没有此必填列；如每一行都一样，请填：${allowed.join('、')}`,
    missing: (columns: readonly string[]) => `还缺必填列：${columns.join('、')}。请在上面找出对应的表头，或补充导出。`,
    separator: '；',
  },
  en: {
    opening: [
      'Drafted by lvyue records check --draft-mapping; review every line.',
      'Left of the colon stands a header or word of the file, right of it a column or value of Lvyue.',
      'The line below a "Question:" is unsure: take its # away once it is answered (and that of the columns: above it, where there is one), or delete it.',
    ],
    file: (title: string) => `${title}: known by its name.`,
    guessed: (title: string) => `${title}: known by its headers and content.`,
    unsureTable: (title: string) => `Is this file "${title}"? If so, take the # away from its lines.`,
    noTable: (file: string) => `${file}: like no table; nothing drafted.`,
    why: {
      similar: 'the header means the same',
      name: 'the header is alike',
      content: 'the content fits',
    } satisfies Record<Why, string>,
    confidence: { high: 'confidence high', middle: 'confidence middling', low: 'confidence low' },
    fits: 'so does the content',
    example: (values: readonly string[]) =>
      values.length > 0 ? `such as ${values.join(', ')}` : 'the column is empty',
    rivals: (headers: readonly string[]) =>
      `"${headers.join('", "')}" is or may be the same column; only one can be, write null for the others`,
    doubled: (header: string, times: number) =>
      `the header "${header}" stands ${times} times and cannot be told apart; rename or remove the others in the file, then draft anew`,
    question: 'Question: ',
    asks: 'is it',
    unknown: 'like no column; write null if it is not needed, or leave it',
    value: (allowed: readonly string[]) => `what does it mean? One of ${allowed.join(', ')}`,
    valueSure: 'the word means the same',
    formats: (formats: readonly string[]) => `day and month cannot be told apart; choose ${formats.join(' or ')}`,
    format: 'every row is written so',
    constant: (allowed: readonly string[]) =>
      `the file lacks this required column; if every row is the same, write one of ${allowed.join(', ')}`,
    missing: (columns: readonly string[]) =>
      `Required columns are still missing: ${columns.join(', ')}. Find their headers above, or export them.`,
    separator: '; ',
  },
} satisfies Record<Lang, unknown>;
