import { inWords } from './limits.ts';
import type { Text } from './text.ts';

/** The words of scenarios that are made for people to review: titles, and why there is none. */

type Step = 'at' | 'before' | 'after';

const moments: Record<Step, Text> = {
  at: { zh: '正好到限', en: 'exactly at the limit' },
  before: { zh: '早一秒，限内', en: 'one second before it' },
  after: { zh: '晚一秒，限外', en: 'one second after it' },
};
const days: Record<Step, Text> = {
  at: { zh: '正好当日', en: 'exactly on it' },
  before: { zh: '早一日', en: 'a day before it' },
  after: { zh: '晚一日', en: 'a day after it' },
};
const orders: Record<Step, Text> = {
  at: { zh: '正好到限', en: 'exactly at the limit' },
  before: { zh: '限内', en: 'inside' },
  after: { zh: '限外', en: 'outside' },
};

/** Which obligation or charge a title is about, and under which reading where there are several. */
export interface About {
  title: Text;
  clause: string;
  reading?: string | undefined;
  /** The day from which these terms hold, where they are not those signed. */
  since?: string | undefined;
  /** What is supposed where the paper is blank. */
  supposed?: Text | undefined;
}

const titled = ({ title, clause, reading, since, supposed }: About, what: Text): Text => ({
  zh: `${title.zh}：${what.zh}（${[clause, reading && `理解 ${reading}`, since && `${since} 起的约定`, supposed?.zh].filter(Boolean).join('，')}）`,
  en: `${title.en}: ${what.en} (${[clause, reading && `reading ${reading}`, since && `terms since ${since}`, supposed?.en].filter(Boolean).join(', ')})`,
});

export const boundaryWords = {
  placed(about: About, { limit, trigger, point }: { limit: Text; trigger: Text; point: Text }, step: Step): Text {
    return titled(about, {
      zh: `${limit.zh}；${trigger.zh}，${point.zh}，${orders[step].zh}`,
      en: `${limit.en}; ${trigger.en}, ${point.en}, ${orders[step].en}`,
    });
  },
  moment(about: About, limit: object, due: string, step: Step, mean = false): Text {
    const words = inWords(limit);
    const end = { zh: `${words.zh}的期限到 ${due}`, en: `the limit of ${words.en} ends at ${due}` };
    return titled(about, {
      zh: `${mean ? '两件平均，' : ''}${end.zh}，${moments[step].zh}`,
      en: `${mean ? 'mean of two, ' : ''}${end.en}, ${moments[step].en}`,
    });
  },
  notice(about: About, limit: object, day: string, step: Step): Text {
    const words = inWords(limit);
    return titled(about, {
      zh: `提前 ${words.zh}的界限是 ${day}，通知${days[step].zh}送达`,
      en: `${words.en} before is ${day}, the notice is delivered ${days[step].en}`,
    });
  },
  signature(
    about: About,
    limit: 'han.min' | 'han.max' | 'english.max',
    bound: number,
    length: number,
    step: Step,
  ): Text {
    const what = limit === 'english.max' ? { zh: '英文字符', en: 'characters' } : { zh: '汉字', en: 'Han characters' };
    const side = limit === 'han.min' ? { zh: '至少', en: 'at least' } : { zh: '至多', en: 'at most' };
    return titled(about, {
      zh: `签名${side.zh} ${bound} 个${what.zh}，用 ${length} 个，${orders[step].zh}`,
      en: `${side.en} ${bound} ${what.en}, ${length} used, ${orders[step].en}`,
    });
  },
  attestation(count: number, clauses: readonly string[], months: number, due: string, step: Step): Text {
    const list = clauses.join('、');
    return {
      zh: `${count} 项人工确认的有效期 ${months} 个月到 ${due}，${moments[step].zh}（${list}）`,
      en: `${count} attestations hold ${months} months, to ${due}, ${moments[step].en} (${clauses.join(', ')})`,
    };
  },
  attested: (count: number): Text => ({
    zh: `${count} 项人工确认`,
    en: `${count} attestation${count === 1 ? '' : 's'}`,
  }),
  included(about: About, included: number, used: number, step: Step): Text {
    return titled(about, {
      zh: `套餐含 ${included} 条，当月用 ${used} 条，${orders[step].zh}`,
      en: `${included} units included, ${used} used in the month, ${orders[step].en}`,
    });
  },
  tolerance(about: About, percent: string, exact: boolean, claimed: string, step: Step): Text {
    const last = exact ? { zh: `正好多收 ${percent}%`, en: `exactly ${percent}% too high` } : lastFen;
    const what = {
      at: last,
      before: { zh: `${last.zh}再少一分，限内`, en: `a fen less than ${last.en}, inside` },
      after: { zh: `${last.zh}再多一分，限外`, en: `a fen more than ${last.en}, outside` },
    }[step];
    return titled(about, { zh: `账单 ${claimed} 元，${what.zh}`, en: `a bill of ${claimed}, ${what.en}` });
  },
  order(about: About, byDay: number, day: number, step: Step): Text {
    return titled(about, {
      zh: `变更单限当月 ${byDay} 日，${day} 日提交，${orders[step].zh}，核对次月费用`,
      en: `orders by day ${byDay} of the month, filed on day ${day}, ${orders[step].en}; the next month's charge`,
    });
  },
};

const lastFen = { zh: '多收到容差内的最后一分', en: 'too high by the last fen within the tolerance' };

export const toleranceTitle: Text = { zh: '对账容差', en: 'Tolerance of the reconciliation' };
export const orderTitle: Text = { zh: '变更（试算）', en: 'A change to try the rule' };

const blanks: Record<string, Text> = {
  limit: { zh: '期限', en: 'the time limit' },
  'term.from': { zh: '合同期起始日', en: 'the first day of the term' },
  'term.to': { zh: '合同期届满日', en: 'the last day of the term' },
};

/** Why nothing was made. */
export const leftWords = {
  noRule: (kind: string): Text => ({ zh: `类型 ${kind} 尚无规则`, en: `no rule judges the kind ${kind} yet` }),
  noJudge: (kind: string): Text => ({
    zh: `类型 ${kind} 没有独立的第二种判法，应得的结论无从得出`,
    en: `there is no second way to judge the kind ${kind}, so nothing to expect`,
  }),
  blank: (names: readonly string[]): Text => ({
    zh: `纸面留空：${names.map((name) => blanks[name]?.zh ?? name).join('、')}`,
    en: `blank on paper: ${names.map((name) => blanks[name]?.en ?? name).join(', ')}`,
  }),
  noLimit: { zh: '没有数字期限或限额', en: 'it has no numeric limit' },
  noCase: { zh: '没有能归这一方的记录', en: 'no record can be this side’s' },
  noWay: { zh: '没有合同接受的方式', en: 'no form that the contract accepts' },
  noDay: {
    zh: '合同期和已公布的节假日安排之内没有合适的日子',
    en: 'no day fits in the term and the published calendars',
  },
  noTolerance: { zh: '合同没有写容差', en: 'the contract states no tolerance' },
  noTotal: (models: readonly string[]): Text => ({
    zh: `应付总额没有独立的第二种算法${models.length > 0 ? `（${models.join('、')}）` : ''}`,
    en: `there is no second way to the total${models.length > 0 ? ` (${models.join(', ')})` : ''}`,
  }),
  nothingChanges: { zh: '没有一项费用的变更能看出生效日', en: 'no change of a charge would show the day of effect' },
} as const;

export const boundaryHeads = {
  made: {
    zh: '由 lvyue new --scenarios 按合同中的数字界限生成：正好到限、限内、限外。应得的结论由独立于规则的算法得出，请逐条审阅。',
    en: 'Made by lvyue new --scenarios from the numeric limits of the contract: at the limit, inside, outside. What to expect comes from a computation apart from the rules. Review each.',
  },
  left: { zh: '以下没有生成：', en: 'Nothing was made of these:' },
} as const satisfies Record<string, Text>;
