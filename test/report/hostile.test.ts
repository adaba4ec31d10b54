import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownText } from '../../src/format/markdown.ts';
import { billingView } from '../../src/report/view/billing.ts';
import { complianceView } from '../../src/report/view/compliance.ts';
import { portfolioView } from '../../src/report/view/portfolio.ts';
import { grouped } from '../../src/report/view/words.ts';
import { calendar, check, contract, findings, render } from './fixture.ts';
import { april, series } from './series.ts';
import { known, quota, statement } from './statement.ts';
import { textOf } from './text.ts';

/** Every page with one value at each place where a contract or a record puts words of its own. */
function pagesWith(word: string, form: 'html' | 'md' = 'html'): string[] {
  const text = { zh: word, en: word };
  const named = {
    ...contract,
    title: text,
    number: word,
    parties: { customer: { name: word }, carrier: { name: word } },
    term: { ...contract.term, note: text },
    charges: contract.charges.map((charge) => ({ ...charge, title: text })),
  };
  const [first, ...more] = findings;
  if (!first) throw new Error('the fixture has no finding');
  const hostile = {
    ...first,
    clause: word,
    title: text,
    explanation: text,
    readings: [{ id: 'x', means: text, verdict: 'breached' as const, explanation: text, facts: {} }],
    reading: 'x',
    facts: { [word]: word, list: [word] },
    evidence: [{ table: word, id: word, [word]: word }],
    remedies: first.remedies.map((remedy) => ({ ...remedy, kind: word, clause: word, text })),
  };
  const receipt = { ...check.receipt, records: [{ file: word, sha256: word, read: 1, rejected: 0 }] };
  const odd = { ...check, findings: [hostile, ...more], receipt };
  const bill = {
    ...statement,
    receipt,
    lines: statement.lines.map((line) => ({ ...line, title: text, clause: word, explanation: text, unit: word })),
    readings: statement.readings.map((reading) => ({ ...reading, means: text })),
    rounding: { ...statement.rounding, note: text },
    cap: { ...known, clause: word },
    prepaid: [{ ...quota, clause: word, explanation: text }],
    reconciliation: statement.reconciliation && {
      ...statement.reconciliation,
      bill: word,
      causes: [{ code: word, charge: word, means: text, amount: '1.00' }],
    },
  };
  const drawn = new Map([
    [first.obligation, [{ ...series, title: text, note: text, agreed: [{ ...april, words: text }] }]],
  ]);
  return [
    render(
      form,
      'compliance',
      complianceView({ calendar, contract: named, check: odd, series: drawn, lang: 'zh', unmask: false }),
    ),
    render(form, 'billing', billingView({ contract: named, statement: bill, lang: 'zh' })),
    render(form, 'portfolio', portfolioView([{ calendar, contract: named, check: odd, statement: bill }], 'zh')),
  ];
}

const tagsOf = (html: string): string[] => html.match(/<[a-z!/][^\s>]*/gi) ?? [];
const harmless = pagesWith('甲').map(tagsOf);

describe('a hostile name shows as text', () => {
  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an attribute that breaks out', '" onmouseover="alert(1)'],
    ['single quotes and backticks', "' `x` ="],
    ['a template', '{{constructor}} {{{x}}} {{#each y}}'],
    ['an entity', '&lt;b&gt; &amp; &#x3c;'],
    ['a closing style', '</style></title><h1>'],
    ['a comment', '<!-- x --> <![CDATA['],
    ['emoji', '👩‍⚖️ 🙂'],
    ['a name of the prototype', '__proto__'],
  ])('%s', (_, word) => {
    for (const [i, html] of pagesWith(word).entries()) {
      expect(textOf(html)).toContain(word.replace(/\s+/g, ' ').trim());
      expect(tagsOf(html)).toEqual(harmless[i]);
    }
  });

  it('any text at all leaves the structure of every page as it is', () => {
    const any = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((s) => s.trim() !== '' && s !== '__proto__');
    fc.assert(
      fc.property(any, (word) => {
        expect(pagesWith(word).map(tagsOf)).toEqual(harmless);
      }),
      { seed: 20240306, numRuns: 60 },
    );
  });

  it('marks that turn the direction of writing end with the name they stand in', () => {
    const [, , portfolio = ''] = pagesWith('\u202Eabc');
    expect(portfolio.match(/<bdi>\u202Eabc<\/bdi>/g)).toHaveLength(2);
  });

  it('a word of 10,000 characters stays whole in a name, and is cut with its length told in an evidence table', () => {
    const word = 'x'.repeat(10_000);
    const [compliance = ''] = pagesWith(word);
    expect(compliance).toContain(`<h1>${word}</h1>`);
    expect(compliance).toContain(`>${'x'.repeat(300)}……（共 10000 字）</td>`);
    expect(compliance).toContain('overflow-wrap: anywhere');
  });
});

describe('a hostile name in Markdown shows as text', () => {
  const skeleton = (word: string) => pagesWith(word, 'md').map((page) => page.replaceAll(markdownText(word), 'X'));
  const harmless = skeleton('龘');

  it.each([
    ['HTML', '<script>alert(1)</script> <img src=x onerror=alert(1)>'],
    ['a table', 'a | b\n| --- | --- |\nc'],
    ['a heading, a list and a rule', '# x\n- y\n---\n1. z'],
    ['a link and a picture', '[x](javascript:alert(1)) ![y](http://z) <http://z>'],
    ['code and emphasis', '`x` **y** ~~z~~ $w$'],
    ['a template', '{{constructor}} {{{x}}}'],
    ['a mention', '@everyone and #issue'],
    ['marks that turn the writing', '\u202Eabc\u2066'],
    ['a word of 10,000 characters', 'x'.repeat(10_000)],
    ['emoji', '👩‍⚖️ 🙂'],
  ])('%s', (_, word) => {
    expect(skeleton(word)).toEqual(harmless);
    expect(markdownText(word)).not.toMatch(/[<>\n\u202E]|(?<!\\)[|`[\]{}$~]/);
  });
});

describe('a template that asks for what is not there', () => {
  const view = billingView({ contract, statement, lang: 'zh' });

  it.each(Object.keys(view))('throws without %s', (key) => {
    const less = Object.fromEntries(Object.entries(view).filter(([name]) => name !== key));
    expect(() => render('html', 'billing', less as unknown as typeof view)).toThrow();
  });

  it('throws for a missing heading', () => {
    const { seal: _, ...t } = view.t;
    expect(() => render('html', 'billing', { ...view, t: t as typeof view.t })).toThrow(/seal/);
  });
});

describe('numbers', () => {
  it('are grouped without losing a digit', () => {
    expect(['0', '999', '1000', '-1234567.891', '0.0005', '数据不足'].map(grouped)).toEqual([
      '0',
      '999',
      '1,000',
      '-1,234,567.891',
      '0.0005',
      '数据不足',
    ]);
    fc.assert(
      fc.property(fc.bigInt(), (n) => grouped(String(n)).replaceAll(',', '') === String(n)),
      { seed: 1 },
    );
  });
});
