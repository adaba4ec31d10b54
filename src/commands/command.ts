import type { Lang } from '../locale/index.ts';

/** Where a command talks: results to `out`, talk and progress to `err`. */
export interface Io {
  out: (text: string) => void;
  err: (text: string) => void;
  /** True where progress may be shown. */
  terminal: boolean;
  /** Ends work that otherwise goes on until the program is stopped. */
  signal?: AbortSignal;
}

/** Options as the command line gives them, by their long name in camel case. */
export type Options = Record<string, unknown>;

/** One command: its name and flags; words come from locale/<lang>/commands.ts. */
export interface CommandSpec {
  name: string;
  /** commander's argument syntax, such as `<contract>` or `[path...]`. */
  args: readonly string[];
  flags: readonly Flag[];
  /** Commands under this one: `lvyue records check`. It has then nothing to run itself. */
  parts?: readonly CommandSpec[];
  /** Returns the exit code: 0 nothing wrong, 1 findings. What cannot run throws Stop. */
  run(args: readonly string[], options: Options, io: Io): Promise<number>;
}

export interface Flag {
  /** commander's flag syntax, such as `--data <dir>`. */
  syntax: string;
  required?: true;
  /** May be given several times: its values are a list. */
  repeat?: true;
  choices?: readonly string[];
  default?: string;
}

/** Flags that several commands take, in one place. */
export const flags = {
  data: { syntax: '--data <dir>', required: true },
  period: { syntax: '--period <period>' },
  from: { syntax: '--from <day>' },
  to: { syntax: '--to <day>' },
  asOf: { syntax: '--as-of <time>' },
  lang: { syntax: '--lang <lang>', choices: ['zh', 'en'], default: 'zh' },
  out: { syntax: '--out <file>' },
  quarantine: { syntax: '--quarantine <file>' },
  unmask: { syntax: '--unmask' },
} as const satisfies Record<string, Flag>;

/** What every command over records takes first: the data, the period and as-of. */
export const inputFlags: readonly Flag[] = [flags.data, flags.period, flags.from, flags.to, flags.asOf];

export const langOf = (options: Options): Lang => (options.lang === 'en' ? 'en' : 'zh');

export const text = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

export const texts = (options: Options, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
};
