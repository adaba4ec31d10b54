import type { Named } from '../../problem.ts';
import type { RecordProblem } from '../records.ts';
import { cellTypes, rowFaults } from './vocabulary.ts';

const list = (items: readonly string[]) => items.join('、');
/** “投诉”（complaints） */
const named = ({ name, alias }: Named) => (name === alias ? `“${name}”` : `“${alias}”（${name}）`);
const listNamed = (all: readonly Named[]) => list(all.map(({ name, alias }) => `${alias}（${name}）`));
const meant = (nearest: string | undefined) => (nearest ? `是否想写“${nearest}”？` : '');
const quoted = (items: readonly string[]) => items.map((item) => `“${item}”`).join('、');
/** So many obligations and charges are named; the rest are counted. */
const NAMED = 4;
const restsOn = (of: readonly { clause: string; title: { zh: string } }[]) =>
  list(of.slice(0, NAMED).map(({ clause, title }) => `${clause} ${title.zh}`)) +
  (of.length > NAMED ? `等 ${of.length} 项` : '');
const rowsOf = ({ rows, count }: { rows: readonly number[]; count: number }) =>
  `第 ${list(rows.map(String))} 行${count > rows.length ? `等 ${count} 行` : ''}`;

/** What is wrong with an export, and with the mapping of one. */
export const recordProblems: RecordProblem = {
  'records-header-row': (d) => ({
    message: `表头不在第 1 行：第 1 行是 ${quoted(d.first)}，第 ${d.row} 行才像表头（${list(d.found)}）。`,
    help: `请删去表头上方的标题行和说明行，取消合并的单元格，让列名正好在第 1 行。`,
  }),
  'records-blank': (d) => ({
    message: `模板中这些表和列一格都没有填，按没有提供处理：${list(d.names)}。`,
    help: '确实没有可填的（没有这类记录，或各件都未答复），请在“说明”表中该表、该列一行的“记录情况”选“确无记录”；用不到的不用管。',
  }),
  'out-exists': () => ({
    message: '此文件已经存在，内容不同，没有覆盖：其中可能有已填写的数据。',
    help: '请用 --out 换一个文件名，或先把原来的文件移走。',
  }),
  'mapping-empty': () => ({
    message: 'mapping.yaml 里没有任何内容（带 # 的不算）。',
    help: '请答完其中的问题、去掉行首的 #，或写上 files:；不需要对照的，请删去此文件，也可删去后用 lvyue records check 加 --draft-mapping 重新起草。',
  }),
  'mapping-exists': () => ({
    message: '文件夹里已经有 mapping.yaml，没有覆盖。',
    help: '请先审阅现有的这一份；确要重新起草的，请先把它移走或改名。',
  }),
  'mapping-unknown': (d) => ({
    message: `${named(d.in)}表没有“${d.id}”这一列。`,
    help: `${meant(d.nearest)}冒号右边应写本表的列：${listNamed(d.known)}。`,
  }),
  'mapping-no-date': (d) => ({
    message: `${named(d.column)}不是日期时间列，不能写日期格式。`,
    help: '请从 dates 中删去此项。',
  }),
  'mapping-no-constant': (d) => ({
    message: `${named(d.column)}各行不会都一样，不能写成常量；账期列可以写，须如 2024-05、2024Q2。`,
    help: `请从 constants 中删去此项，在文件中补上这一列：${cellTypes[d.type]}。`,
  }),
  'mapping-unused': (d) => ({
    message: `mapping.yaml 提到“${d.name}”，但这里没有。`,
    help: `${meant(d.nearest)}现有：${list(d.known)}。`,
  }),
  'mapping-idle': (d) => ({
    message:
      d.because === 'earlier'
        ? `这一项不会起作用：它所指的文件都先符合上面的“${d.name}”一项。`
        : `这一项不会起作用：写了工作表，而“${d.name}”不是 Excel 工作簿（.xlsx），没有工作表。`,
    help:
      d.because === 'earlier'
        ? '按次序取第一个相符的：请把更具体的一项移到前面，或删去此项。'
        : '请删去 sheet，或在 file 中写工作簿的文件名。',
  }),
  'records-bad-cells': (d) => ({
    message:
      d.fault === 'required'
        ? `${rowsOf(d)}的“${d.alias}”（${d.column}）是空的，而此列必须填写。`
        : `${rowsOf(d)}的“${d.alias}”（${d.column}）无法识别，如 ${quoted(d.values)}。`,
    help:
      d.fault === 'required'
        ? `请填写“${d.alias}”（${d.column}）。`
        : d.allowed.length > 0
          ? `应为其中之一：${list(d.allowed)}；也可在 mapping.yaml 的 values 中写明各用词的含义。`
          : `应为${cellTypes[d.type]}。${d.format ? `mapping.yaml 写明此列的写法是 ${d.format}。` : ''}`,
  }),
  'records-bad-rows': (d) => ({
    message: `${rowsOf(d)}${rowFaults[d.fault]?.[0]}。`,
    help: rowFaults[d.fault]?.[1] ?? '',
  }),
  'records-table-missing': (d) => ({
    message: `没有“${d.alias}”（${d.table}）表。`,
    help: `缺了它不能判断或计算：${restsOn(d.of)}。请补交；确无此类记录的，交一份只有表头的文件，或在模板的“说明”表中选“确无记录”。`,
  }),
  'records-column-cost': (d) => ({
    message: `没有“${d.alias}”（${d.column}）这一列。`,
    help: `缺了它可能“数据不足”：${restsOn(d.of)}。请在导出时加上此列。`,
  }),
  'records-doubt': (d) => {
    const column = `“${d.alias}”（${d.column}）`;
    const share = d.count === d.of ? `全部 ${d.of} 行` : `${d.of} 行中有 ${d.count} 行`;
    const said: Record<typeof d.doubt, readonly [string, string]> = {
      midnight: [`${column}${share}都是零点整。`, '时刻多半在导出时丢失了；期限按时刻计算，请导出到秒。'],
      scientific: [
        `${column}${share}写成了科学记数法，如“${d.sample}”。`,
        'Excel 已把号码当数字改写，末几位可能丢失。请把此列设为文本格式后重新导出，不要在改写后的文件上改。',
      ],
      rounded: [
        `${column}${share}超过 15 位且第 16 位起全是 0，如“${d.sample}”。`,
        'Excel 只保留 15 位数字，不同的编号可能已变成同一个。请把此列设为文本格式后重新导出。',
      ],
      zones: [
        `${column}里混有不同的时区写法，如“${d.sample}”。`,
        '不带时区的一律按北京时间。请确认各行的时区，统一后重新导出。',
      ],
      future: [`${column}${share}晚于截至时刻，如“${d.sample}”。`, '截至时刻之后的记录不计入。请核对日期。'],
      ancient: [`${column}${share}早于 2000 年，如“${d.sample}”。`, '多半是空白或零被当成了日期，请核对后改正或留空。'],
      swapped: [
        `${column}的月和日可能颠倒：${share}的“日”都是同一个数，月份却各不相同，如“${d.sample}”。`,
        '请核对原系统的日期；写成日/月/年的，请在 mapping.yaml 的 dates 中写明，或以文本导出。',
      ],
      empty: [`${column}${share}都是空的。`, '有这一列而没有内容，与没有填写无法区分；请确认是否导出完整。'],
      outside: [
        `${column}没有一行落在所查的期间内，各行在 ${d.sample}。`,
        '请核对期间，或补交这一期间的记录；确无记录的不用处理。',
      ],
    };
    const [message, help] = said[d.doubt];
    return { message, help };
  },
};
