import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportWords } from '../../src/locale/report.ts';
import type { Lang } from '../../src/locale/text.ts';
import { verdictNames } from '../../src/locale/verdicts.ts';
import { billingView } from '../../src/report/view/billing.ts';
import { complianceView } from '../../src/report/view/compliance.ts';
import { portfolioView } from '../../src/report/view/portfolio.ts';
import { severity } from '../../src/report/view/words.ts';
import { calendar, check, contract, findings, render, signatureRows, summaryOf } from './fixture.ts';
import { statement, unknownStatement } from './statement.ts';
import { textOf } from './text.ts';

const pages = (lang: Lang): Record<string, string> => ({
  compliance: render('html', 'compliance', complianceView({ calendar, contract, check, lang, unmask: false })),
  billing: render('html', 'billing', billingView({ contract, statement, lang })),
  unknown: render('html', 'billing', billingView({ contract, statement: unknownStatement, lang })),
  portfolio: render('html', 'portfolio', portfolioView([{ calendar, contract, check, statement }], lang)),
});

const shown = { zh: pages('zh'), en: pages('en') };
const everyPage = (['zh', 'en'] as const).flatMap((lang) =>
  Object.entries(shown[lang]).map(([name, html]) => ({ lang, name, html })),
);

describe.each(everyPage)('the $name page in $lang', ({ lang, html }) => {
  it('is one file that needs neither network nor script', () => {
    expect(html).not.toMatch(/<script|<link(?! rel="icon" href="data:,")|<img|@import|url\((?!#)|https?:/i);
  });

  it('names its language and has one main heading', () => {
    expect(html).toMatch(new RegExp(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" `));
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('holds no unfilled place', () => {
    expect(html).not.toMatch(/\{\{|\}\}|undefined(?!tail)|\[object|NaN|\bnull\b/);
  });

  it('labels every section and figure with something that is there', () => {
    for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  it('uses each id once', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives every head of a table its scope', () => {
    for (const [head] of html.matchAll(/<th[\s>][^>]*>/g)) expect(head).toMatch(/scope="/);
  });
});

describe('both languages', () => {
  it('an English page has no Chinese in its own words', () => {
    for (const html of Object.values(shown.en)) {
      const own = [contract.parties.customer.name, contract.parties.carrier.name, '短信记录.xlsx', '数研', '附1'];
      const text = own.reduce((rest, name) => rest.replaceAll(name, ''), textOf(html));
      expect(text).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('no heading or sentence is kept that no page uses', () => {
    const files = ['src/report', 'src/format', 'reports/templates'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')),
    );
    const all = files.join('\n');
    const labels = Object.keys(reportWords.zh.labels).filter(
      (name) => !new RegExp(`\\b(t|labels)\\.${name}\\b`).test(all),
    );
    const sentences = Object.keys(reportWords.zh.say).filter((name) => !all.includes(`say.${name}`));
    expect({ labels, sentences }).toEqual({ labels: [], sentences: [] });
  });

  it('every Chinese word that tables of names hold has an English one, where English would not do as it stands', () => {
    expect(Object.keys(reportWords.en.facts)).toEqual(Object.keys(reportWords.zh.facts));
    for (const name of Object.keys(reportWords.en.values)) expect(reportWords.zh.values).toHaveProperty(name);
  });
});

describe('verdicts', () => {
  it.each(severity)('%s shows as a word with a shape of its own, on the chart and on the card', (verdict) => {
    for (const lang of ['zh', 'en'] as const) {
      const html = shown[lang].compliance ?? '';
      const badge = `<use href="#s-${verdict}"/></svg>${verdictNames[verdict][lang]}</span>`;
      expect(html.split(badge).length - 1).toBeGreaterThanOrEqual(2);
      expect(html).toContain(`<symbol id="s-${verdict}"`);
    }
  });

  it('no verdict is without a shape, and no two shapes are the same', () => {
    expect([...severity].sort()).toEqual(Object.keys(verdictNames).sort());
    const shapes = [...(shown.zh.compliance ?? '').matchAll(/<symbol id="s-[^>]+>(.*?)<\/symbol>/g)].map(
      ([, drawn]) => drawn,
    );
    expect(new Set(shapes).size).toBe(severity.length);
  });

  it('the bars are as long as their counts', () => {
    const counts = { breached: 1, undetermined: 2, fulfilled: 4 };
    const { bars } = complianceView({
      calendar,
      contract,
      check: { ...check, summary: counts },
      lang: 'en',
      unmask: false,
    });
    expect(bars.map((bar) => [bar.badge.id, bar.count, bar.width])).toEqual([
      ['breached', 1, 25],
      ['undetermined', 2, 50],
      ['fulfilled', 4, 100],
    ]);
  });
});

describe('what needs action', () => {
  it('lists breaches first, then what is at risk, disputed, undetermined: three of them, and says how many there are', () => {
    const reversed = { ...check, findings: [...findings].reverse() };
    const { actions } = complianceView({ calendar, contract, check: reversed, lang: 'zh', unmask: false });
    expect(actions.items.map((item) => item.badge.id)).toEqual(['breached', 'breached', 'at-risk']);
    expect(actions.note).toContain('6');
  });

  it('says so where nothing does', () => {
    const calm = findings.filter((finding) => finding.verdict === 'fulfilled');
    const page = complianceView({
      calendar,
      contract,
      check: { ...check, findings: calm, summary: summaryOf(calm) },
      lang: 'zh',
      unmask: false,
    });
    expect(textOf(render('html', 'compliance', page))).toContain(reportWords.zh.labels.nothingToDo);
  });

  it('a fulfilled obligation shows no remedy, a disputed one only for the case of a breach', () => {
    const view = complianceView({ calendar, contract, check, lang: 'en', unmask: false });
    const cards = view.groups.flatMap((group) => group.topics).flatMap((topic) => topic.findings);
    const card = (id: string) => cards.find((one) => one.anchor === `f-${id}`);
    expect(card('gateway-repair')?.remedies).toEqual([]);
    expect(card('registration-change-notice')?.remediesTitle).toBe(reportWords.en.labels.remediesIf);
    expect(card('user-complaints')?.remediesTitle).toBe(reportWords.en.labels.remedies);
  });
});

describe('evidence', () => {
  it('masks the numbers of people unless they are asked for', () => {
    const open = render('html', 'compliance', complianceView({ calendar, contract, check, lang: 'zh', unmask: true }));
    expect(shown.zh.compliance).toContain('138****1234');
    expect(shown.zh.compliance).not.toMatch(/1[3-9]\d{9}/);
    expect(open).toContain('13800001234');
  });

  it('shows the first rows and how many there are in all', () => {
    const text = textOf(shown.zh.compliance ?? '');
    expect(text).toContain('共 427 条，此处列出前 20 条');
    expect(text).toContain('m1019');
    expect(text).not.toContain('m1020');
    expect(textOf(shown.en.compliance ?? '')).toContain('the first 20 of 427 records');
  });

  it('names the tables where rows come from several', () => {
    expect(textOf(shown.zh.compliance ?? '')).toMatch(/投诉 c2 .*故障 f1/s);
  });

  it('keeps a value that is no number left, a number right', () => {
    const one = { ...check, findings: findings.map((f) => ({ ...f, evidence: signatureRows(1) })) };
    const { groups } = complianceView({ calendar, contract, check: one, lang: 'en', unmask: false });
    const columns = groups[0]?.topics[0]?.findings[0]?.evidence?.columns ?? [];
    expect(columns.map((column) => column.number)).toEqual([false, false, false, false, true]);
  });
});

describe('the statement', () => {
  it('shows every amount with its arithmetic, subtotals and the total', () => {
    const text = textOf(shown.zh.billing ?? '');
    for (const piece of ['68.05', '超出套餐：7361 - 6000 = 1361', '368.05', '1,300.00', '1,968.05 元', '44.35']) {
      expect(text).toContain(piece);
    }
  });

  it('marks the reading it uses in words, not by colour alone', () => {
    expect(textOf(shown.zh.billing ?? '')).toMatch(/只计送达成功的下行短信 ● 本单采用.*含未送达的 ○ 未采用/s);
  });

  it('says undetermined instead of guessing, and that the period is not over', () => {
    const text = textOf(shown.zh.unknown ?? '');
    expect(text).toContain('费用合计 数据不足，无法合计');
    expect(text).toContain('用量数据不足');
    expect(text).toContain(reportWords.zh.labels.notOver);
    expect(text).toContain(reportWords.zh.labels.noBill);
    expect(text).toContain(reportWords.zh.labels.capNone);
  });

  it('says that a cap is blank on paper', () => {
    expect(textOf(shown.zh.billing ?? '')).toContain('封顶（11.1）：纸面留空');
  });

  it('gives the used share of one month exactly, and draws what lies beyond the included units', () => {
    const usage = [{ charge: 'package', month: '2024-05', used: '7361', included: '6000' }];
    const { usage: charts } = billingView({ contract, statement: { ...statement, usage }, lang: 'zh' });
    expect(charts[0]?.note).toContain('122.7%');
    expect(charts[0]?.rows[0]?.bar).toEqual({ known: true, within: 81.51, beyond: 18.49, mark: 81.51 });
  });

  it('has room for the seals of both', () => {
    expect(textOf(shown.zh.billing ?? '').match(/单位（盖章）/g)).toHaveLength(2);
  });
});

describe('the portfolio', () => {
  it('adds up the breaches and links to each report', () => {
    const second = { calendar, contract: { ...contract, id: 'second' }, check, statement: null };
    const html = render('html', 'portfolio', portfolioView([{ calendar, contract, check, statement }, second], 'zh'));
    expect(textOf(html)).toContain('2 份合同，违约义务共 4 项');
    expect(html).toContain('href="base/compliance.html"');
    expect(html).toContain('href="base/billing.html"');
    expect(html).toContain('href="second/compliance.html"');
    expect(html).not.toContain('href="second/billing.html"');
    expect(textOf(html)).toContain('未核算');
  });

  it('says so where there is no contract', () => {
    expect(textOf(render('html', 'portfolio', portfolioView([], 'zh')))).toContain('没有合同');
  });
});

describe('clauses', () => {
  it.each([
    ['5.1(1)', '第 5.1(1) 条'],
    ['附2.6', '附2.6'],
    ['二(一)13', '二(一)13'],
    ['7.3#22', '第 7.3 条表第 22 行'],
  ])('%s is said as %s', (ref, said) => {
    expect(reportWords.zh.say.clause(ref)).toBe(said);
  });
});
