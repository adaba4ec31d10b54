import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/locale/index.ts';
import { Stop } from '../../src/problem.ts';
import { templatesFrom } from '../../src/report/templates.ts';
import { portfolioView } from '../../src/report/view/portfolio.ts';
import { calendar, check, contract } from './fixture.ts';
import { statement } from './statement.ts';
import { textOf } from './text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lvyue-templates-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const view = portfolioView([{ calendar, contract, check, statement }], 'zh');
const page = () => templatesFrom(folder)('html', 'portfolio', view);

/** What the command would print. */
function told(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return error.problems.map((one) => `${one.line ?? ''} ${say(one, 'zh').message}${say(one, 'zh').help}`).join('\n');
  }
  return '';
}

describe("templates of one's own", () => {
  it('a partial of the same name stands instead of ours, and the rest stays', () => {
    put('partials/method-short.hbs', '<footer>某某单位法务部 {{headline}}</footer>');
    const html = page();
    expect(html).toContain(
      '<footer>某某单位法务部 1 份合同，违约义务共 2 项（按义务计，同一事实可能涉及多项）</footer>',
    );
    expect(textOf(html)).toContain('合同一览');
    expect(textOf(html)).not.toContain('本页汇总各合同');
  });

  it('a page and a partial of its own', () => {
    put('portfolio.hbs', '{{#each rows}}{{> mine}}{{/each}}');
    put('partials/mine.hbs', '[{{title}}]');
    expect(page()).toBe('[企业短信服务协议]');
  });

  it('those of Markdown lie in a folder of their own', () => {
    put('markdown/portfolio.hbs', '- {{headline}}');
    expect(templatesFrom(folder)('md', 'portfolio', view)).toBe(
      '- 1 份合同，违约义务共 2 项（按义务计，同一事实可能涉及多项）',
    );
    expect(page()).toContain('<!doctype html>');
  });

  it('values are escaped in them too, and the prototype is out of reach', () => {
    const named = { ...view, headline: '<b>' };
    put('portfolio.hbs', '{{headline}}');
    expect(templatesFrom(folder)('html', 'portfolio', named)).toBe('&lt;b&gt;');
    put('portfolio.hbs', '{{constructor}}');
    expect(page()).toBe('');
    put('portfolio.hbs', '{{headline.constructor.name}}');
    expect(told(page)).toContain('"name" not defined');
  });

  it('a folder that is not there is told', () => {
    expect(told(() => templatesFrom(join(folder, 'none')))).toContain('没有模板文件夹');
  });

  it('a page that is misspelt is told with the one that is meant', () => {
    put('porfolio.hbs', '');
    expect(told(page)).toMatch(/没有页面使用模板“porfolio.hbs”.*是否想写“portfolio.hbs”/s);
  });

  it('a template that cannot be read is told with its line', () => {
    put('portfolio.hbs', 'a\n{{#each rows}}\nb');
    expect(told(page)).toMatch(/^3 模板无法使用：/);
  });

  it.each([
    ['a value', 'a {{headlin}}', 'headlin'],
    ['a list', '{{#each rowz}}x{{/each}}', '#each'],
    ['a helper', '{{upper headline}}', 'upper'],
    ['a partial', '{{> nobody}}', 'nobody'],
  ])('%s that the view does not have is told, with the file', (_, text, named) => {
    put('portfolio.hbs', text);
    const error = (() => {
      try {
        return page();
      } catch (found) {
        return found;
      }
    })();
    expect(error).toBeInstanceOf(Stop);
    const [problem] = (error as Stop).problems;
    expect(problem?.file).toBe(join(folder, 'portfolio.hbs'));
    expect(told(page)).toContain(named);
  });
});
