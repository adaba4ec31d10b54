import type { Lang } from './text.ts';

type Doubt = 'capitals' | 'unusual' | 'bearer' | 'side' | 'look' | 'undecided' | 'conflict' | 'ocr' | 'unfilled';
type Kind = 'kept' | 'conflict' | 'doubt' | 'unfit' | 'choice' | 'missing' | 'blank' | 'numbering';
type Risk = 'money' | 'time' | 'identity' | 'other';

interface IntakeWords {
  /** Over the draft. */
  opening: (file: string) => readonly string[];
  /** Behind what was read: page, clause, confidence in percent. */
  read: (page: number, clause: string, sure: number) => string;
  check: (page: number, clause: string, sure: number, why: string) => string;
  missing: string;
  conflict: (page: number, clause: string, value: string) => string;
  duties: string;
  gists: string;
  doubts: Record<Doubt, string>;
  unsure: string;
  kinds: Record<Kind, string>;
  risks: Record<Risk, string>;
  separator: string;
  review: {
    title: (id: string) => string;
    intro: (file: string, pages: number, accepted: number, items: number) => readonly string[];
    heading: (risk: string, count: number) => string;
    columns: readonly string[];
    nothing: string;
    at: (page: number, clause: string) => string;
    other: (page: number, clause: string) => string;
    duties: (count: number) => string;
    dutiesIntro: string;
    removed: (count: number) => string;
    removedKinds: Record<'header' | 'footer' | 'page-number' | 'duplicate-page' | 'echo' | 'contents', string>;
    numbering: Record<'missing' | 'twice' | 'order' | 'restart', (ref: string, expected: string) => string>;
  };
  summary: (file: string, pages: number, clauses: number, accepted: number, items: number) => string;
  next: (folder: string) => string;
  kept: (count: number) => string;
  /** The review list that people wrote in was put there. */
  aside: (file: string) => string;
  page: (page: number, of: number) => string;
}

/** What is said in and about a draft from a PDF. */
export const intakeWords: Record<Lang, IntakeWords> = {
  zh: {
    opening: (file) => [
      ` 由 lvyue import 从 ${file} 起草，须由人对照原件核对后才能使用。`,
      ' 行尾写着页码、条号和把握；“待填”的行必须看，清单见 review.md，要紧的在前。',
      ' 自然人的姓名、手机和邮箱没有收录。',
    ],
    read: (page, clause, sure) => `第 ${page} 页 ${clause}，把握 ${sure}%`,
    check: (page, clause, sure, why) => `待填：请核对第 ${page} 页 ${clause}，把握 ${sure}%：${why}`,
    missing: '待填：纸面上没有读到',
    conflict: (page, clause, value) => `待填：与第 ${page} 页 ${clause} 不一致，那里是 ${value}`,
    duties: '待填：以下是读出来的、须由人确认的义务；标题是条文开头的原文，请改写，并定确认的间隔',
    gists: '待填：要旨是条文开头的原文，请改写成一句话；怎样对待（treatment）是猜的',
    doubts: {
      capitals: '大写与小写不一致，或大写读不出',
      unusual: '数值少见',
      bearer: '看不出由谁承担',
      side: '看不出属于哪一方',
      look: '须看原文',
      undecided: '所在的选项没有选定',
      conflict: '纸面上有两种写法',
      ocr: '由图片识别得来',
      unfilled: '其中有空白没有填',
    },
    unsure: '把握不足',
    kinds: {
      kept: '您改过，纸面所读不同',
      conflict: '两处不一致',
      doubt: '须核对',
      unfit: '读到但写不进草稿',
      choice: '勾选或选项不明',
      missing: '没有读到',
      blank: '纸面留空',
      numbering: '编号异常',
    },
    risks: { money: '金额、费率、数量', time: '期限、日期', identity: '当事人、编号、账户', other: '其他' },
    separator: '；',
    review: {
      title: (id) => `待核清单：${id}`,
      intro: (file, pages, accepted, items) => [
        `来自 ${file}，共 ${pages} 页。读出并采用 ${accepted} 项，待核 ${items} 项。`,
        '采用的也应抽查；本清单所列须逐项对照原件。把握低于 90% 的都在此列。',
      ],
      heading: (risk, count) => `${risk}（${count}）`,
      columns: ['事项', '位置', '草稿中', '原文', '为什么'],
      nothing: '没有要核对的。',
      at: (page, clause) => `第 ${page} 页 ${clause}`,
      other: (page, clause) => `另见第 ${page} 页 ${clause}`,
      duties: (count) => `须由人确认的义务（${count}）`,
      dutiesIntro:
        '这些条款使一方承担义务，而没有规则能读出期限或数量。草稿都按“人工确认”收录，请逐条看是否另有可由数据判断的内容。',
      removed: (count) => `没有当作正文的文字（${count} 处）`,
      removedKinds: {
        header: '页眉',
        footer: '页脚',
        'page-number': '页码',
        'duplicate-page': '重复的页',
        echo: '重复的正文',
        contents: '目录',
      },
      numbering: {
        missing: (ref, expected) => (ref === expected ? `${ref} 列了名，没有附上` : `${ref} 之前缺 ${expected}`),
        twice: (ref) => `${ref} 出现两次`,
        order: (ref, expected) => `${ref} 次序不对，应为 ${expected}`,
        restart: (ref, expected) => `${ref} 重新起号，接续应为 ${expected}`,
      },
    },
    summary: (file, pages, clauses, accepted, items) =>
      `${file}：${pages} 页，${clauses} 条；采用 ${accepted} 项，待核 ${items} 项。`,
    next: (folder) => `请对照原件核对 ${folder}/review.md，再运行 lvyue validate 和 lvyue review。`,
    kept: (count) => `有 ${count} 处您改过而原件所读不同，保留了您的写法，见 review.md。`,
    aside: (file) => `review.md 里有您写的内容，旧清单另存为 ${file}。`,
    page: (page, of) => `读第 ${page}/${of} 页 …`,
  },
  en: {
    opening: (file) => [
      ` Drafted by lvyue import from ${file}; a person must hold it against the original before it is used.`,
      ' Behind each line stand page, clause and confidence; lines "to fill" must be looked at, review.md lists them by risk.',
      ' Names, mobile numbers and e-mail addresses of natural persons are left out.',
    ],
    read: (page, clause, sure) => `page ${page}, ${clause}, confidence ${sure}%`,
    check: (page, clause, sure, why) => `to fill: check page ${page}, ${clause}, confidence ${sure}%: ${why}`,
    missing: 'to fill: not found on the paper',
    conflict: (page, clause, value) => `to fill: at odds with page ${page}, ${clause}, which says ${value}`,
    duties:
      'to fill: duties that a person must attest; titles are the beginning of the clause: reword them, and set the interval',
    gists: 'to fill: gists are the beginning of the clause: reword them; treatments are guesses',
    doubts: {
      capitals: 'capitals and digits differ, or the capitals cannot be read',
      unusual: 'an unusual value',
      bearer: 'who bears it is unclear',
      side: 'whose it is is unclear',
      look: 'see the paper',
      undecided: 'it stands under a choice that is not made',
      conflict: 'the paper says two things',
      ocr: 'read from a picture',
      unfilled: 'a blank in it is not filled',
    },
    unsure: 'not sure enough',
    kinds: {
      kept: 'you changed it, the paper reads otherwise',
      conflict: 'two places differ',
      doubt: 'to check',
      unfit: 'read, but fits no contract',
      choice: 'a choice is unclear',
      missing: 'not found',
      blank: 'blank on paper',
      numbering: 'odd numbering',
    },
    risks: {
      money: 'Amounts, rates, quantities',
      time: 'Time limits and dates',
      identity: 'Parties, numbers, accounts',
      other: 'Other',
    },
    separator: '; ',
    review: {
      title: (id) => `To check: ${id}`,
      intro: (file, pages, accepted, items) => [
        `From ${file}, ${pages} pages. ${accepted} terms read and taken, ${items} to check.`,
        'Take samples of what was taken, and hold all that is listed here against the original. Whatever is below 90% is listed.',
      ],
      heading: (risk, count) => `${risk} (${count})`,
      columns: ['What', 'Where', 'In the draft', 'On paper', 'Why'],
      nothing: 'Nothing to check.',
      at: (page, clause) => `page ${page}, ${clause}`,
      other: (page, clause) => `see also page ${page}, ${clause}`,
      duties: (count) => `Duties to attest (${count})`,
      dutiesIntro:
        'These clauses bind a party, and no rule reads a time or a number in them. The draft takes each as a duty to attest: see whether data could show it.',
      removed: (count) => `Not taken for text of the contract (${count})`,
      removedKinds: {
        header: 'page header',
        footer: 'page footer',
        'page-number': 'page number',
        'duplicate-page': 'a page twice',
        echo: 'text printed once more',
        contents: 'table of contents',
      },
      numbering: {
        missing: (ref, expected) =>
          ref === expected ? `${ref} is named and not attached` : `${expected} is missing before ${ref}`,
        twice: (ref) => `${ref} stands twice`,
        order: (ref, expected) => `${ref} is out of order, ${expected} was due`,
        restart: (ref, expected) => `${ref} begins anew where ${expected} was due`,
      },
    },
    summary: (file, pages, clauses, accepted, items) =>
      `${file}: ${pages} pages, ${clauses} clauses; ${accepted} terms taken, ${items} to check.`,
    next: (folder) => `Hold ${folder}/review.md against the original, then run lvyue validate and lvyue review.`,
    kept: (count) => `${count} place(s) that you changed read otherwise on the paper; yours were kept, see review.md.`,
    aside: (file) => `You wrote in review.md; the old list was kept as ${file}.`,
    page: (page, of) => `reading page ${page}/${of} …`,
  },
};
