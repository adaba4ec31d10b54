import { commands as en } from './en/commands.ts';
import { commands as zh } from './zh/commands.ts';

export interface CommandText {
  /** One line for the list of commands. */
  summary: string;
  description: string;
  /** A line that can be typed as it stands; {contract} is the id of a contract that there is. */
  example: string;
  /** Flags that mean something of their own here, by their long name. */
  flags?: Record<string, string>;
  /** The commands under it, by their names. */
  parts?: Record<string, CommandText>;
}

export interface CommandTexts {
  description: string;
  version: string;
  help: string;
  example: string;
  /** Usage of the program, and the word for options in a command's. */
  usage: string;
  usageOptions: string;
  /** Choices and default behind an option's description; empty where there are none. */
  optionNote(choices: readonly string[], standard: string): string;
  /** commander's headings. */
  titles: Record<string, string>;
  arguments: Record<string, string>;
  flags: Record<string, string>;
  commands: Record<CommandName, CommandText>;
}

export type CommandName =
  | 'validate'
  | 'review'
  | 'clauses'
  | 'diff'
  | 'check'
  | 'bill'
  | 'reconcile'
  | 'explain'
  | 'calendar'
  | 'report'
  | 'test'
  | 'new'
  | 'import'
  | 'schema'
  | 'simulate'
  | 'records'
  | 'demo';

export const commandTexts: Record<'zh' | 'en', CommandTexts> = { zh, en };
