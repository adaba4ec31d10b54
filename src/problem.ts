/**
 * What is wrong, where it stands, and the values a message needs. The text itself lives in locale/.
 * Every stage returns problems; only format/ turns them into words.
 */
export type Severity = 'error' | 'warning' | 'info';

/** An obligation or a charge that rests on records. */
interface Wanting {
  id: string;
  clause: string;
  title: { zh: string; en: string };
}

/** A table or column of the record schema, as a message tells of it. */
export interface Named {
  name: string;
  /** What it is called in Chinese. */
  alias: string;
}

/** One entry per problem code: the values its message needs. Adding a code here makes both locales fail to compile until they speak it. */
export interface ProblemData {
  // YAML and schema
  'yaml-syntax': { reason: string; detail: string };
  'yaml-fullwidth': { character: string; halfwidth: string };
  'yaml-indent': { character: 'tab' | 'wide-space' | 'nbsp' };
  'yaml-alias': { alias: string };
  'yaml-duplicate-key': { key: string };
  'yaml-long-number': { source: string };
  'yaml-empty': Record<never, never>;
  'schema-unknown': { name: string; nearest: string | undefined; known: readonly string[] };
  'schema-unknown-key': { key: string; nearest: string | undefined; allowed: readonly string[] };
  'schema-missing-key': { keys: readonly { key: string; description: string | undefined }[] };
  'schema-type': {
    expected: readonly string[];
    actual: string;
    /** The value in quotes, where that mends it. */
    quoted: string | undefined;
    description: string | undefined;
  };
  'schema-choice': {
    actual: string;
    allowed: readonly string[];
    nearest: string | undefined;
    description: string | undefined;
  };
  'schema-value': { rule: string; limit: string; actual: string; description: string | undefined };
  'id-duplicate': { id: string; list: string };
  'reference-unknown': {
    id: string;
    nearest: string | undefined;
    known: readonly string[];
    /** So many further places name it. */
    more?: number;
  };
  'term-reversed': { from: string; to: string };
  /** A line that `lvyue new` has marked and nobody has filled yet. */
  'to-fill': { hint: string };
  'still-to-fill': { lines: number };
  'id-form': { id: string };
  /** A wording of rules/intake that is no pattern, or names a kind of value that there is not. */
  'intake-pattern': { detail: string };
  /** No term of a contract was found in it, or it does not name two parties, or binds neither. */
  'import-no-contract': { pages: number; clauses: number; lacks: 'terms' | 'parties' | 'duties' };
  /** A contract stands where the draft would go that no import wrote. */
  'import-not-ours': Record<never, never>;
  /** What the last import left cannot be read. */
  'import-log': Record<never, never>;
  'file-exists': { id: string };
  'term-blank': { contract: string };
  /** An amendment needs one day: that of its effect, or that on which the order was filed. */
  'amendment-day': { id: string; given: 'none' | 'both' | 'no-order' };
  'amendments-overlap': { id: string; other: string; day: string; term: string };
  /** A term that an amendment changes while every reading states it: the amendment does nothing. */
  'amendment-without-effect': { id: string; term: string; within: string };
  'waiver-expired': { id: string; obligation: string; expires: string };
  'suppression-stale': { code: string; pointer: string; because: 'gone' | 'firm' };
  'suppression-expired': { code: string; pointer: string; expires: string };
  // files and flags
  'contract-not-found': { contract: string; nearest: readonly string[]; folder: string };
  /** A file to be written is one of those read, or is to be written twice. */
  'output-taken': Record<never, never>;
  /** A contract whose id is not the name of its folder, by which commands find it. */
  'id-folder': { id: string; folder: string };
  'file-unreadable': { detail: string };
  'file-unwritable': { detail: string };
  // papers: a contract that is read from a PDF
  'pdf-form': { fault: 'folder' | 'device' | 'empty' | 'other' | 'damaged' | 'locked'; detail?: string };
  'pdf-size': { of: 'megabytes' | 'pages'; found: number; most: number };
  /** No page has text; `ocr`: though the pictures were read. */
  'pdf-no-text': { pages: number; ocr: boolean };
  'pdf-blank-pages': { pages: readonly number[]; of: number; ocr: boolean };
  /** Pages read from their picture. */
  'pdf-ocr-pages': { pages: readonly number[]; of: number };
  /** A page that cannot be read while others can. */
  'pdf-page-damaged': { page: number; detail: string };
  'ocr-missing': { packages: readonly string[] };
  'ocr-failed': { page: number; detail: string };
  /** The command line itself; `reason` is commander's code of the mistake, `token` the word it is about. */
  usage: {
    reason: string;
    token: string;
    suggestion?: string | undefined;
    allowed?: string | undefined;
    detail: string;
  };
  'flag-invalid': { flag: string; value: string; expected: string };
  'period-reversed': { from: string; to: string };
  'period-outside-term': { from: string; to: string; termFrom: string; termTo: string };
  'period-renewed': { from: string; to: string; printed: string };
  'calendar-year-missing': { year: string; first: string; last: string };
  'rule-defect': { detail: string };
  'no-contracts': { folder: string };
  'contract-twice': { id: string };
  'out-is-data': { folder: string };
  'templates-missing': { folder: string };
  'template-unknown': { name: string; nearest: string | undefined; known: readonly string[] };
  /** `page`: the page that was being written, where it shows only then. */
  'template-broken': { page: string | undefined; detail: string };
  'report-unwritable': { folder: string; detail: string };
  /** No browser to print with: `named` is the one asked for. */
  'browser-missing': { named: string | undefined };
  'browser-failed': {
    program: string;
    /** It does not start, takes too long, is too old, fails on a page, or writes a PDF that cannot be mended. */
    fault: 'start' | 'time' | 'old' | 'page' | 'form';
    detail: string;
  };
  /** Han characters that no font of the machine can draw. */
  'fonts-missing': { characters: string };
  'no-register': { contract: string };
  /** `<revision>:<path>` that git does not give: no git, no repository, no such revision, or no contract there. */
  'git-revision': { revision: string; path: string; fault: 'git' | 'repository' | 'revision' | 'path' };
  'no-scenarios': { contracts: number };
  'out-foreign': { folder: string; name: string };
  // calendars
  'calendar-missing': { folder: string };
  'calendar-day': { day: string; fault: 'reversed' | 'other-year' | 'not-weekend' | 'twice' };
  'calendar-years': { before: number; year: number };
  // records
  'records-folder': { folder: string; detail: string };
  'records-file-ignored': { name: string; nearest: string | undefined; tables: readonly Named[] };
  'records-format': { name: string; table: Named };
  'records-empty': Record<never, never>;
  'records-encoding': { encoding: 'utf-16' | 'binary' | 'unknown' };
  'records-damaged': { format: string; detail: string };
  'records-column-missing': { table: Named; column: Named; aliases: readonly string[]; found: readonly string[] };
  'records-column-twice': { column: Named; first: string; second: string };
  'records-column-unknown': {
    table: Named;
    /** The first of them. */
    columns: readonly string[];
    count: number;
    /** Those that may be a slip, with what may be meant. */
    near: readonly { column: string; nearest: string }[];
  };
  'records-too-wide': { columns: number; most: number };
  'records-column-nameless': { columns: readonly string[] };
  'record-required': { row: number; column: string; alias: string };
  'record-value': {
    row: number;
    column: string;
    alias: string;
    value: string;
    type: string;
    allowed: readonly string[];
    /** The way of writing dates that the folder's mapping names. */
    format?: string | undefined;
  };
  'record-shape': { row: number; fault: string; value: string };
  'records-more': { count: number };
  'records-none': Record<never, never>;
  'records-header-row': { row: number; first: readonly string[]; found: readonly string[] };
  'records-blank': { names: readonly string[] };
  'out-exists': Record<never, never>;
  'mapping-empty': Record<never, never>;
  'mapping-exists': Record<never, never>;
  'mapping-unknown': { id: string; in: Named; nearest: string | undefined; known: readonly Named[] };
  'mapping-no-date': { column: Named };
  'mapping-no-constant': { column: Named; type: string };
  /** An entry that can never count; `name` is that of the earlier entry or of the file that is no workbook. */
  'mapping-idle': { because: 'earlier' | 'no-sheets'; name: string };
  'mapping-unused': { name: string; nearest: string | undefined; known: readonly string[] };
  // what `lvyue records check` finds in an export
  'records-bad-cells': {
    column: string;
    alias: string;
    fault: 'required' | 'value';
    count: number;
    /** The first of them. */
    rows: readonly number[];
    values: readonly string[];
    type: string;
    allowed: readonly string[];
    format: string | undefined;
  };
  'records-bad-rows': { fault: string; count: number; rows: readonly number[] };
  'records-table-missing': { table: string; alias: string; of: readonly Wanting[] };
  'records-column-cost': { column: string; alias: string; of: readonly Wanting[] };
  'records-doubt': {
    doubt: 'midnight' | 'scientific' | 'rounded' | 'zones' | 'future' | 'ancient' | 'swapped' | 'empty' | 'outside';
    column: string;
    alias: string;
    count: number;
    of: number;
    sample: string;
  };
  'record-ids-unchecked': { table: Named; most: number };
  'record-duplicate': { table: Named; ids: readonly string[]; count: number };
  'record-orphan': { table: Named; column: Named; to: readonly Named[]; ids: readonly string[]; count: number };
  'sides-nothing-shared': { tables: readonly string[] };
  'sides-table-alone': { table: string; suppliedBy: 'ours' | 'theirs' };
  'sides-few-matches': { table: string; matched: number; of: number; by: readonly string[] };
  'file-system': { detail: string };
  'yaml-encoding': Record<never, never>;
  /** What a rule of rules/review finds in a contract, in the rule's own words. */
  review: { rule: string; message: { zh: string; en: string }; help: { zh: string; en: string } };
}

export type ProblemCode = keyof ProblemData;

export interface Place {
  file?: string | undefined;
  /** 1-based. */
  line?: number | undefined;
  /** 1-based, in UTF-16 units. */
  column?: number | undefined;
  /** JSON pointer into the file's data. */
  pointer?: string | undefined;
}

/** A change to the text of the file that mends a problem: characters from `start` up to `end`, in UTF-16 units. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export type Problem<C extends ProblemCode = ProblemCode> = {
  [K in C]: Place & { code: K; severity: Severity; data: ProblemData[K]; edits?: readonly Edit[] };
}[C];

export function problem<C extends ProblemCode>(
  code: C,
  data: ProblemData[C],
  place: Place = {},
  severity: Severity = 'error',
): Problem {
  return { code, severity, data, ...place } as unknown as Problem;
}

/** The code that a reader sees and suppresses by: of a review the rule's own. */
export const codeOf = (one: Problem): string => (one.code === 'review' ? one.data.rule : one.code);

/** How many problems are so grave. */
export const count = (problems: readonly Problem[], severity: Severity): number =>
  problems.filter((one) => one.severity === severity).length;

/** Thrown where the work cannot go on: the command prints the problems and exits with 2. */
export class Stop extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((p) => p.code).join(', '));
    this.name = 'Stop';
  }
}

export function stop<C extends ProblemCode>(code: C, data: ProblemData[C], place: Place = {}): never {
  throw new Stop([problem(code, data, place)]);
}

/** What an error of a library says first; the rest is for its developers. */
export const firstLine = ({ message }: Error): string => message.split('\n')[0] ?? '';
