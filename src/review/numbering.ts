const numerals = '零一二三四五六七八九';
const most = 20;

/** Faults in the numbering of clauses, by the index in the list at which they begin. */
export interface Numbering {
  /** Numbers that are skipped right before, in the writing of the clause; at most twenty. */
  skipped: ReadonlyMap<number, readonly string[]>;
  /** Numbers from there on that have all stood before. */
  repeated: ReadonlyMap<number, readonly string[]>;
}

/** What is wrong with the numbers of references in the order of the paper: each level counts for itself, from 1. */
export function numberingOf(refs: readonly string[]): Numbering {
  const [skipped, repeated] = [new Map<number, string[]>(), new Map<number, string[]>()];
  const highest = new Map<string, number>();
  const seen = new Set<string>();
  let run: string[] | undefined;
  for (const [index, ref] of refs.entries()) {
    const own = numbered(ref);
    if (own) {
      const last = highest.get(own.form('')) ?? 0;
      const missing = Math.min(most, own.number - last - 1);
      if (missing > 0)
        skipped.set(
          index,
          Array.from({ length: missing }, (_, i) => own.form(own.write(last + 1 + i))),
        );
      highest.set(own.form(''), Math.max(last, own.number));
    }
    if (!seen.has(ref)) run = undefined;
    else if (run) run.push(ref);
    else {
      run = [ref];
      repeated.set(index, run);
    }
    seen.add(ref);
  }
  return { skipped, repeated };
}

/** A reference's last number, and how the reference reads with another in its place. */
function numbered(ref: string) {
  const [, head = '', last = '', tail = ''] = /^(.*?)(\d+|[一二三四五六七八九十]+)(\)?)$/.exec(ref) ?? [];
  if (last === '') return undefined;
  const isChinese = !/\d/.test(last);
  return {
    number: isChinese ? chinese(last) : Number(last),
    write: (n: number) => (isChinese ? inChinese(n) : String(n)),
    form: (n: string) => `${head}${n}${tail}`,
  };
}

/** 十二 is 12, 二十 is 20; below one hundred. */
function chinese(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  return numerals.indexOf(tens || '一') * 10 + Math.max(0, numerals.indexOf(ones || '零'));
}

function inChinese(n: number): string {
  const tens = n >= 20 ? numerals[Math.trunc(n / 10)] : '';
  return n < 10 ? (numerals[n] ?? '') : `${tens}十${n % 10 > 0 ? numerals[n % 10] : ''}`;
}
