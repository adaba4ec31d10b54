import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Handlebars from 'handlebars';
import { home } from '../home.ts';
import type { BillingView } from './view/billing.ts';
import type { ComplianceView } from './view/compliance.ts';
import type { PortfolioView } from './view/portfolio.ts';

export interface Views {
  compliance: ComplianceView;
  billing: BillingView;
  portfolio: PortfolioView;
}

const folder = join(home, 'reports/templates');
const options = { strict: true, knownHelpersOnly: true, preventIndent: true } as const;
const closed = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/** Compiled templates by page, once a process. */
const compiled = new Map<keyof Views, Handlebars.TemplateDelegate>();
let engine: typeof Handlebars | undefined;

/**
 * One page as a whole HTML file: no script, no network, everything inside. Every value of the view is escaped.
 * Throws where a template asks for what the view does not have.
 */
export function renderPage<Name extends keyof Views>(name: Name, view: Views[Name]): string {
  engine ??= prepare();
  const template = compiled.get(name) ?? engine.compile(read(`${name}.hbs`), options);
  compiled.set(name, template);
  return template(view, closed);
}

function prepare(): typeof Handlebars {
  const own = Handlebars.create();
  for (const file of readdirSync(join(folder, 'partials')).sort()) {
    own.registerPartial(basename(file, '.hbs'), own.compile(read(`partials/${file}`), options));
  }
  for (const name of ['if', 'unless', 'each', 'with'] as const) refuseMissing(own, name);
  return own;
}

/** Strict mode does not look at what a block is given: {{#if typo}} would quietly be false. */
function refuseMissing(own: typeof Handlebars, name: string): void {
  const builtIn = own.helpers[name] as Handlebars.HelperDelegate;
  own.registerHelper(name, function (this: unknown, value: unknown, block: Handlebars.HelperOptions) {
    if (value === undefined) throw new Error(`a template's {{#${name}}} asks for what the view does not have`);
    return builtIn.call(this, value, block);
  });
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
