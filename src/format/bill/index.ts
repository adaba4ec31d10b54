import type { Statement } from '../../billing/statement.ts';
import type { Lang } from '../../locale/index.ts';
import { inLanguage } from '../in-language.ts';
import { billPretty } from './pretty.ts';

type Format = (statement: Statement, options: { lang: Lang }) => string;

/** How a statement is shown; JSON in the shape of design.md §8. */
export const billFormats = {
  pretty: billPretty,
  json: (statement, { lang }) => JSON.stringify(inLanguage(statement, lang), null, 2),
} satisfies Record<string, Format>;
