import type { ComparedTable, Difference, Example, TwoSided } from '../billing/two-sided/result.ts';
import type { Lang } from '../locale/index.ts';
import { differenceNames, valueNames, twoSidedWords as words } from '../locale/two-sided.ts';
import { totalOf } from '../money.ts';
import { columnWord, tableWord } from './evidence.ts';
import { inLanguage } from './in-language.ts';
import { table, wrap } from './width.ts';

type Format = (result: TwoSided, options: { lang: Lang }) => string;

/** How a two-sided reconciliation is shown. */
export const reconcileFormats = {
  pretty: reconcilePretty,
  json: (result, { lang }) => JSON.stringify(inLanguage(result, lang), null, 2),
} satisfies Record<string, Format>;

/** For a terminal 80 columns wide. */
function reconcilePretty(result: TwoSided, { lang }: { lang: Lang }): string {
  const { contract, period, asOf, ours, theirs, difference } = result;
  const head =
    lang === 'zh'
      ? `${contract}  ${words.title.zh}  ${period.from} 至 ${period.to}\n截至 ${asOf}（北京时间）`
      : `${contract}  ${words.title.en}  ${period.from} to ${period.to}\nas of ${asOf} (Beijing)`;
  const differs = result.tables.some((one) => found(one).length > 0);
  const blocks = [
    head,
    ...result.tables.map((one) => compared(one, lang)),
    ours.total !== null && theirs.total !== null && difference !== null
      ? words.totals(ours.total, theirs.total, difference)[lang]
      : open(result, lang),
    differs ? words.how[lang] : '',
    ...result.notCompared.map((one) => words.alone(tableWord(one.table, lang), one.suppliedBy === 'ours')[lang]),
  ];
  const shown = blocks.filter((block) => block !== '');
  return shown.map((block) => (block.includes('\n') ? block : wrap(block, 80))).join('\n\n');
}

const found = ({ classes }: ComparedTable): Difference[] => classes.filter(({ rows }) => rows > 0);

function open({ ours, theirs }: TwoSided, lang: Lang): string {
  const unknown = words.unknown[lang];
  return words.open(words.sides(ours.total ?? unknown, theirs.total ?? unknown)[lang])[lang];
}

function compared(one: ComparedTable, lang: Lang): string {
  const by = one.by.map((column) => (column === 'id' ? 'id' : columnWord(one.table, column, lang)));
  const joined = by.join(lang === 'zh' ? '、' : ', ');
  const name = tableWord(one.table, lang);
  const first = wrap(words.counts(name, one.ours.rows, one.theirs.rows, joined, one.matched)[lang], 80);
  const all = found(one);
  if (all.length === 0) return `${first}\n${words.agree[lang]}`;
  const unknown = words.unknown[lang];
  const rows = all.map((each) => [
    nameOf(each, lang),
    String(each.rows),
    each.oursUnits ?? unknown,
    each.theirsUnits ?? unknown,
    each.amount ?? unknown,
  ]);
  const sum = totalOf(all.map(({ amount }) => amount)) ?? unknown;
  const total = [words.sum[lang], String(all.reduce((n, each) => n + each.rows, 0)), '', '', sum];
  const columns = words.heads[lang].map((head, i) => ({
    head,
    align: i === 0 ? ('left' as const) : ('right' as const),
  }));
  const examples = all.flatMap((each) => each.examples.map((example) => shown(one, each, example, lang)));
  return [first, table(columns, [...rows, total]), '', words.examples[lang], ...examples].join('\n');
}

const nameOf = (one: Difference, lang: Lang): string => differenceNames[one.class]?.[lang] ?? one.class;

/** A row that one side has, or what two rows differ in. */
function shown(of: ComparedTable, one: Difference, { ours, theirs }: Example, lang: Lang): string {
  const row = ours ?? theirs ?? {};
  const value = (column: string, side = row) => {
    const plain = String(side[column] ?? '?');
    return valueNames[plain]?.[lang] ?? plain;
  };
  const time = of.table === 'messages' ? 'sent_at' : 'started_at';
  const differ = (side: Example['ours']) =>
    one.class === 'month' ? value(time, side ?? row).slice(0, 10) : value(one.class, side ?? row);
  const number = of.table === 'messages' ? value('recipient') : `${value('caller')} → ${value('callee')}`;
  const id = ours && theirs && ours.id !== theirs.id ? `${ours.id} / ${theirs.id}` : value('id');
  const parts =
    ours && theirs
      ? [id, number, words.sides(differ(ours), differ(theirs))[lang]]
      : [id, value(time), number, value('direction'), ...(of.table === 'messages' ? [value('status')] : [])];
  return wrap(`${nameOf(one, lang)}  ${parts.join('  ')}`, 80, '  ');
}
