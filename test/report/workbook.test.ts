import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workbookWords } from '../../src/locale/workbook.ts';
import { decimal, plain } from '../../src/money.ts';
import { portfolioWorkbook } from '../../src/report/workbook/portfolio.ts';
import { reportWorkbook } from '../../src/report/workbook/report.ts';
import { addSeconds } from '../../src/time/instant.ts';
import { calendar, check, contract, findings } from './fixture.ts';
import { elementsOf, partsOf, rowsOf, sheetsOf } from './sheets.ts';
import { statement, unknownStatement } from './statement.ts';

const entry = { calendar, contract, check, statement };
const { sheets, kinds, heads } = workbookWords.zh;
const fen = (value: unknown): bigint => decimal(String(value)).units * (String(value).includes('.') ? 1n : 100n);

/** The report with one value wherever a contract or a record puts words of its own. */
function hostile(word: string): Uint8Array {
  const text = { zh: word, en: word };
  const [first, ...more] = findings;
  if (!first) throw new Error('the fixture has no finding');
  const odd = {
    ...first,
    ...{ clause: word, title: text, explanation: text, facts: { list: [word] } },
    evidence: [{ table: 'messages', id: word, content: word, recipient: word }],
    remedies: first.remedies.map((remedy) => ({ ...remedy, clause: word, text })),
  };
  const receipt = { ...check.receipt, records: [{ file: word, sha256: word, read: 1, rejected: 0 }] };
  const reconciliations = statement.reconciliations.map((one) => ({ ...one, bill: word, reason: text }));
  return reportWorkbook(
    {
      calendar,
      contract: {
        ...contract,
        title: text,
        number: word,
        parties: { customer: { name: word }, carrier: { name: word } },
      },
      check: { ...check, findings: [odd, ...more], receipt },
      statement: {
        ...statement,
        lines: statement.lines.map((line) => ({ ...line, title: text, clause: word, explanation: text, unit: word })),
        reconciliations,
      },
    },
    'zh',
    { unmask: true },
  );
}

describe('what a reader of the workbook can rely on', () => {
  test('amounts are numbers, and those of the lines add up to the total', async () => {
    const rows = await rowsOf(reportWorkbook(entry, 'zh'), sheets.statement);
    const amounts = (kind: string) => rows.filter((row) => row[heads.kind] === kind).map((row) => row['金额（元）']);
    expect(amounts(kinds.line).every((one) => typeof one === 'number')).toBe(true);
    expect(amounts(kinds.line).reduce((sum: bigint, one) => sum + fen(Number(one).toFixed(2)), 0n)).toBe(196805n);
    expect(amounts(kinds.total)).toEqual([1968.05]);
    expect(amounts(kinds.payable)).toEqual([1968.05]);
    expect(rows[2]).toMatchObject({ 月份: '2024-05', 条款: '5.1(1)', 数量: 1, '单价（元）': 300 });
  });

  test('what cannot be determined is said in words, never zero and never nothing', async () => {
    const rows = await rowsOf(reportWorkbook({ ...entry, statement: unknownStatement }, 'en'), 'Statement');
    const words = rows.map((row) => [row.Kind, row['Amount (CNY)']]);
    expect(words).toContainEqual(['total charges', 'undetermined']);
    expect(words).toContainEqual(['payable', 'undetermined']);
    expect(words.filter(([kind]) => kind === 'charge')).toEqual([
      ['charge', 300],
      ['charge', 'undetermined'],
    ]);
  });

  test('days and instants are dates, clauses and ids are text, counts are whole numbers', async () => {
    const bytes = reportWorkbook(entry, 'zh');
    const [first] = await rowsOf(bytes, sheets.evidence);
    expect(first).toMatchObject({ 起算时间: new Date('2024-05-10T09:00:00Z'), 条款: '3.13', 记录编号: 'c2' });
    const [, second] = await rowsOf(bytes, sheets.findings);
    expect(second).toMatchObject({ 条款: '3.9', 证据条数: 427, 救济项数: 2, '救济金额（元）': 1450 });
    const overview = (await sheetsOf(bytes)).get(sheets.overview)?.map(([name, value]) => [name, value]);
    expect(overview).toContainEqual(['核对期间 · 起', new Date('2024-04-01T00:00:00Z')]);
    expect(overview).toContainEqual(['违约', 2]);
  });

  test('numbers of persons are masked unless they are asked for', async () => {
    const recipients = async (unmask: boolean) =>
      (await rowsOf(reportWorkbook(entry, 'zh', { unmask }), sheets.evidence)).map((row) => row.手机号);
    expect(await recipients(false)).toContain('138****1234');
    expect(await recipients(true)).toContain('13800001234');
  });

  test('the findings name the file that holds all evidence', async () => {
    const evidenceFiles = new Map([['message-signature', 'evidence/message-signature.csv']]);
    const rows = await rowsOf(reportWorkbook(entry, 'zh', { evidenceFiles }), sheets.findings);
    expect(rows.map((row) => row[heads.evidenceFile]).filter(Boolean)).toEqual(['evidence/message-signature.csv']);
  });

  test.each(['zh', 'en'] as const)(
    'each sheet has a name that Excel takes, filters and repeats its header (%s)',
    async (lang) => {
      const parts = partsOf(reportWorkbook(entry, lang));
      const book = parts.get('xl/workbook.xml') ?? '';
      const names = [...book.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name ?? '');
      expect(names).toHaveLength(11);
      expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\]/.test(name))).toBe(true);
      expect(book.match(/_xlnm.Print_Titles/g)).toHaveLength(11);
      expect(parts.get('xl/worksheets/sheet2.xml')).toMatch(
        /<autoFilter ref="A1:L11"\/>.*orientation="landscape" fitToWidth="1"/,
      );
    },
  );

  test('the same report gives the same bytes', () => {
    for (const lang of ['zh', 'en'] as const) {
      expect(reportWorkbook(entry, lang)).toEqual(
        reportWorkbook({ ...structuredClone({ contract, check, statement }), calendar }, lang),
      );
      expect(portfolioWorkbook([entry], lang)).toEqual(
        portfolioWorkbook([{ ...structuredClone({ contract, check, statement }), calendar }], lang),
      );
    }
  });

  test('the states of ports are days and words, where there are any', async () => {
    const [first, ...more] = findings;
    const span = { port: '10690001', from: '2024-05-03', to: '2024-05-09', state: 'limited', rate: '25%' };
    const odd = {
      ...check,
      findings: [{ ...(first ?? more[0]), facts: { track: [span] } } as (typeof findings)[number]],
    };
    const [row] = await rowsOf(reportWorkbook({ ...entry, check: odd }, 'zh'), sheets.track);
    expect(row).toMatchObject({ 端口: '10690001', 起: new Date('2024-05-03T00:00:00Z'), 状态: '限速' });
    expect([...(await sheetsOf(reportWorkbook(entry, 'zh'))).keys()]).not.toContain(sheets.track);
  });

  test('the portfolio has a row for each contract, with counts and money as numbers', async () => {
    const unbilled = { ...entry, statement: null };
    const rows = await rowsOf(portfolioWorkbook([entry, unbilled], 'zh'), sheets.portfolio);
    expect(rows[0]).toMatchObject({ 违约: 2, 待履行: 1, '应付合计（元）': 1968.05, '账单金额（元）': 2100 });
    expect(rows[0]?.['差额（账单减核算，元）']).toBe(131.95);
    expect(rows[1]).toMatchObject({ 违约: 2, '应付合计（元）': '未核算', '账单金额（元）': null });
  });
});

describe('content that tries to break out shows as text', () => {
  const harmless = elementsOf(hostile('甲'));

  test.each([
    ['a formula', '=HYPERLINK("http://x","y")'],
    ['a formula that begins otherwise', '+1-1'],
    ['a command', "-2+3+cmd|' /C calc'!A0"],
    ['a function', '@SUM(A1)'],
    ['markup', '</t></is></c><c><f>1+1</f></c>'],
    ['an entity', '&lt;&#x3c;&amp;'],
    ['a section', ']]><![CDATA['],
    ['an escape of Excel', '_x0041_ _x005F_'],
    ['a template', '{{constructor}}'],
    ['emoji and marks of direction', '👩‍⚖️\u202Eabc\u202C'],
  ])('%s', async (_, word) => {
    const bytes = hostile(word);
    expect(elementsOf(bytes)).toEqual(harmless);
    expect(harmless.has('f')).toBe(false);
    const [finding] = await rowsOf(bytes, sheets.evidence);
    expect(finding).toMatchObject({ 条款: word, 记录编号: word });
  });

  test('any text at all leaves the elements as they are, and comes back with nothing lost', async () => {
    const any = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 30 })
      .filter((s) => /\S/.test(s) && !/_x/i.test(s));
    await fc.assert(
      fc.asyncProperty(any, async (word) => {
        const bytes = hostile(word);
        expect(elementsOf(bytes)).toEqual(harmless);
        const back = String((await rowsOf(bytes, sheets.evidence))[0]?.记录编号);
        expect([...back].length).toBe([...word.replaceAll('\r\n', '\n')].length);
      }),
      { seed: 20240306, numRuns: 6 },
    );
  });

  test('control characters and halves of a pair are shown by a sign', async () => {
    const [row] = await rowsOf(hostile('a\u0000b\u001bc\rd\ud800e\uffff'), sheets.evidence);
    expect(row?.记录编号).toBe('a␀b␛c␍d�e�');
  });

  test('what begins like a formula stays text when somebody edits the cell', () => {
    const styles = partsOf(hostile('=1')).get('xl/styles.xml') ?? '';
    const formats = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const cells = [...partsOf(hostile('=1')).values()].flatMap((xml) => [
      ...xml.matchAll(/<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr"><is><t[^>]*>=1</g),
    ]);
    expect(cells.length).toBeGreaterThan(10);
    for (const [, style] of cells) expect(formats[Number(style)]).toMatch(/quotePrefix="1"|numFmtId="49"/);
  });

  test('a text longer than Excel takes is cut, and its length told', async () => {
    const [row] = await rowsOf(hostile('长'.repeat(40_000)), sheets.evidence);
    expect(String(row?.记录编号)).toMatch(/^长{32700}……（共 40000 字）$/);
  });
});

describe('cells', () => {
  test('a number keeps every digit that was computed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), async (units) => {
        const amount = plain({ units, scale: 2 });
        const bytes = reportWorkbook({ ...entry, statement: { ...statement, total: amount } }, 'zh');
        const sheet = partsOf(bytes).get('xl/worksheets/sheet5.xml') ?? '';
        expect(sheet).toContain(`<v>${amount}</v>`);
      }),
      { seed: 1, numRuns: 10 },
    );
  });

  test('an instant comes back to the millisecond', async () => {
    const instants = Array.from({ length: 200 }, (_, i) => addSeconds('2023-12-31 00:00:00', i * 436_327));
    const evidence = instants.map((sent_at, i) => ({ table: 'messages', id: `m${i}`, sent_at }));
    const [first, ...more] = findings;
    const odd = { ...check, findings: [{ ...(first ?? findings[0]), evidence } as (typeof findings)[number], ...more] };
    const rows = await rowsOf(reportWorkbook({ ...entry, check: odd }, 'zh'), sheets.evidence);
    const seconds = rows.slice(0, 200).map((row) => Math.round(Number(row.发送时间) / 1000));
    expect(seconds).toEqual(instants.map((one) => Date.parse(`${one.replace(' ', 'T')}Z`) / 1000));
  });
});
