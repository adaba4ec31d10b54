import type { Text } from './text.ts';

/** What long work says while it goes on. */
export const progressWords = {
  contract: (n: number, of: number, id: string): Text => ({
    zh: `（${n}/${of}）${id}：读取记录，核对，计费 …`,
    en: `(${n}/${of}) ${id}: reading records, checking, billing …`,
  }),
  printing: (path: string): Text => ({ zh: `打印 ${path} …`, en: `printing ${path} …` }),
};
