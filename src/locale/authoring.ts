import type { Lang } from './text.ts';

interface AuthoringTexts {
  /** Before the list of all kinds of obligations, in a new contract. */
  kindsHeading: string;
  /** A line that is to be filled, where the mark says no more. */
  fill: string;
  /** What to do once a new contract is written. */
  next(file: string, open: number): string;
}

export const authoringTexts: Record<Lang, AuthoringTexts> = {
  zh: {
    kindsHeading: '合同里的其他义务照上面的写法逐项添加。在 VS Code 中键入“义务”可选用现成的片段。kind 可取：',
    fill: '照纸面填写',
    next: (file, open) =>
      [
        `已写好 ${file}，其中 ${open} 处待填（每处行尾有“# 待填”）。接下来：`,
        '  1. 用 VS Code 打开，逐处照纸面填写；填好一处，删去该行的“# 待填……”。',
        '  2. 纸面留空的保留 { blank: true, clause: "条款号" }；用不到的部分整段删去。',
        `  3. 运行 lvyue validate ${file}，直到没有错误，也没有待填。`,
      ].join('\n'),
  },
  en: {
    kindsHeading:
      'Add the other obligations in the same way; in VS Code the snippets begin with "obligation". kind is one of:',
    fill: 'as the paper has it',
    next: (file, open) =>
      [
        `Wrote ${file}; ${open} lines are to be filled (each ends with "# to fill"). Next:`,
        '  1. Open it in VS Code, fill the lines as the paper has it, and take the mark off each that is done.',
        '  2. What the paper leaves blank stays { blank: true, clause: "…" }; take away parts that you do not need.',
        `  3. Run lvyue validate ${file} until there is no error and no line to fill.`,
      ].join('\n'),
  },
};
