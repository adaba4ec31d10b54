import { join } from 'node:path';
import { home } from '../../home.ts';
import { readSound } from '../../yaml/checked.ts';

/** What rules/intake/furniture.yaml says, as patterns for text without spaces. */
export interface Words {
  /** A page's number wherever it stands. */
  page: RegExp;
  /** A page's number if it grows from page to page. */
  counted: RegExp;
  /** Such a number behind a gap, as in a head that ends with it. */
  tail: RegExp;
  contents: RegExp;
  /** The contract's number: what it is called, and the number itself. */
  number: RegExp;
  body: RegExp;
}

let loaded: Words | undefined;

/** Throws Stop with all that is wrong in the file. */
export function furnitureWords(): Words {
  loaded ??= load(join(home, 'rules', 'intake', 'furniture.yaml'));
  return loaded;
}

function load(file: string): Words {
  const lists = readSound(file, 'intake-furniture') as Readonly<Record<string, readonly string[]>>;
  const any = (name: string): string => {
    // The longest first: 第#页共#页 before 第#页.
    const words = [...(lists[name] ?? [])].sort((a, b) => b.length - a.length);
    return `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll('#', '(?:\\d{1,4}|[一二三四五六七八九十百]{1,5})')).join('|')})`;
  };
  return {
    page: new RegExp(any('page'), 'i'),
    counted: new RegExp(`^${any('counted')}$`, 'i'),
    tail: new RegExp(`^(.*\\D) ${any('counted')}$`, 'i'),
    contents: new RegExp(`^${any('contents')}$`),
    number: new RegExp(`^(?:${any('number')}[：:])?(.*)$`),
    body: new RegExp(any('body')),
  };
}
