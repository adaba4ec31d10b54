import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { isFolder } from '../contract/find.ts';
import { markdownText } from '../format/markdown.ts';
import { home } from '../home.ts';
import { nearest } from '../nearest.ts';
import { firstLine, problem, Stop, stop } from '../problem.ts';
import type { BillingView } from './view/billing.ts';
import type { ComplianceView } from './view/compliance.ts';
import type { PortfolioView } from './view/portfolio.ts';

export interface Views {
  compliance: ComplianceView;
  billing: BillingView;
  portfolio: PortfolioView;
}

export const pageNames = ['compliance', 'billing', 'portfolio'] as const satisfies readonly (keyof Views)[];

/** Forms that are written by templates; each has its folder, with partials in a folder of their own. */
const folders = { html: '.', md: 'markdown' } as const;
export type TemplateForm = keyof typeof folders;

/** Writes a view in a form. Throws Stop where a template of the user's cannot be read or asks for what is not there. */
export type Render = <Name extends keyof Views>(form: TemplateForm, name: Name, view: Views[Name]) => string;

const standard = join(home, 'reports/templates');
const options = { strict: true, knownHelpersOnly: true, preventIndent: true } as const;
const closed = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/**
 * The templates of reports/templates, and of `own` those that stand there under the same names instead. Every value of a
 * view is escaped as its form needs. Throws Stop where `own` is no folder (`templates-missing`), has a template that no
 * page uses (`template-unknown`) or one that cannot be read (`template-broken`).
 */
export function templatesFrom(own?: string): Render {
  if (own !== undefined && !isFolder(own)) stop('templates-missing', { folder: own });
  const engines = new Map(
    (Object.keys(folders) as TemplateForm[]).map((form) => [form, engineOf(folders[form], own)] as const),
  );
  return (form, name, view) => {
    const { compiled, texts } = engines.get(form) as Engine;
    const shown = form === 'md' ? (escaped(view) as typeof view) : view;
    try {
      return visible((compiled.get(name) as Handlebars.TemplateDelegate)(shown, closed));
    } catch (error) {
      // Ours are tested: what fails beside templates of the user's is theirs.
      if (!(error instanceof Error) || texts.size === 0) throw error;
      const asked = /"([^"]+)" not defined/.exec(error.message)?.[1];
      const file = [...texts].find(([, text]) => asked !== undefined && text.includes(asked))?.[0];
      return stop(
        'template-broken',
        { page: name, detail: firstLine(error).replace(' in [object Object]', '') },
        { file: file ?? [...texts.keys()][0] },
      );
    }
  };
}

/** Characters that a browser would drop or take for an order are shown by their signs (␀ ␛). */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}]/gu, (one) => {
    const code = one.charCodeAt(0);
    if (code === 9 || code === 10) return one;
    return code < 32 ? String.fromCharCode(0x2400 + code) : '\u25a1';
  });

interface Engine {
  compiled: ReadonlyMap<string, Handlebars.TemplateDelegate>;
  /** The user's own templates by their file. */
  texts: ReadonlyMap<string, string>;
}

function engineOf(folder: string, own: string | undefined): Engine {
  const engine = Handlebars.create();
  for (const name of ['if', 'unless', 'each', 'with'] as const) refuseMissing(engine, name);
  const texts = new Map<string, string>();
  const read = (path: string): string => {
    const mine = own === undefined ? undefined : join(own, folder, path);
    if (mine === undefined || !existsSync(mine)) return readFileSync(join(standard, folder, path), 'utf8');
    const text = decoded(mine);
    texts.set(mine, text);
    checkSyntax(text, mine);
    return text;
  };
  if (own !== undefined) refuseUnknown(join(own, folder));
  const partials = [standard, ...(own === undefined ? [] : [own])].flatMap((root) =>
    templatesIn(join(root, folder, 'partials')),
  );
  for (const file of [...new Set(partials)].sort()) {
    engine.registerPartial(basename(file, '.hbs'), engine.compile(read(`partials/${file}`), options));
  }
  return { compiled: new Map(pageNames.map((name) => [name, engine.compile(read(`${name}.hbs`), options)])), texts };
}

const templatesIn = (folder: string): string[] =>
  isFolder(folder) ? readdirSync(folder).filter((file) => file.endsWith('.hbs')) : [];

/** A name that no page has would be read by nobody. */
function refuseUnknown(folder: string): void {
  const unknown = templatesIn(folder).filter((file) => !pageNames.some((name) => file === `${name}.hbs`));
  if (unknown.length === 0) return;
  const known = pageNames.map((name) => `${name}.hbs`);
  throw new Stop(
    unknown.map((name) =>
      problem('template-unknown', { name, nearest: nearest(name, known), known }, { file: join(folder, name) }),
    ),
  );
}

/** A template is UTF-8: another encoding would put signs on the page that nobody wrote. */
function decoded(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return stop('template-broken', { page: undefined, detail: 'UTF-8' }, { file });
  }
}

function checkSyntax(text: string, file: string): void {
  try {
    Handlebars.parse(text);
  } catch (error) {
    const [first = '', , , expected = ''] = (error as Error).message.split('\n');
    const line = Number(/line (\d+)/.exec(first)?.[1]) || undefined;
    stop('template-broken', { page: undefined, detail: expected || first }, { file, line });
  }
}

/** Strict mode does not look at what a block is given: {{#if typo}} would quietly be false. */
function refuseMissing(own: typeof Handlebars, name: string): void {
  const builtIn = own.helpers[name] as Handlebars.HelperDelegate;
  own.registerHelper(name, function (this: unknown, value: unknown, block: Handlebars.HelperOptions) {
    if (value === undefined) throw new Error(`{{#${name}}} asks for what the view does not have`);
    return builtIn.call(this, value, block);
  });
}

/** Handlebars escapes for HTML; every text of a view escaped for Markdown instead. */
function escaped(view: unknown): unknown {
  if (typeof view === 'string') return view === '' ? '' : new Handlebars.SafeString(markdownText(view));
  if (Array.isArray(view)) return view.map(escaped);
  if (typeof view !== 'object' || view === null) return view;
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, escaped(value)]));
}
