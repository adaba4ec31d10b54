import type { Lang } from './text.ts';

/** Why a person should look at what was read. */
export type Doubt = 'capitals' | 'unusual' | 'bearer' | 'look' | 'undecided' | 'ocr' | 'unfilled' | 'partly';
/** What a line of the review list is about. */
export type ReviewKind = 'kept' | 'conflict' | 'doubt' | 'unfit' | 'choice' | 'missing' | 'blank' | 'numbering';
/** What a mistake would touch. */
export type Risk = 'money' | 'time' | 'identity' | 'other';

interface IntakeWords {
  /** Over the draft. */
  opening: (file: string) => readonly string[];
  /** Behind what was read: page, clause, confidence in percent. */
  read: (page: number, clause: string, sure: number) => string;
  check: (page: number, clause: string, sure: number, why: string) => string;
  missing: string;
  /** Which part differs, what the draft says, where else it stands and what is said there. */
  odds: (part: string, value: string, where: string, other: string) => string;
  conflict: (odds: string) => string;
  duties: string;
  gists: string;
  doubts: Record<Doubt, string>;
  unsure: string;
  kinds: Record<ReviewKind, string>;
  risks: Record<Risk, string>;
  separator: string;
  and: string;
  colon: string;
  /** Between a place and what lies in it. */
  within: string;
  yes: string;
  no: string;
  none: string;
  choice: string;
  sure: (percent: number) => string;
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
    figures: (count: number) => string;
    figuresIntro: string;
    unread: (count: number) => string;
    unreadIntro: string;
    onPage: (page: number) => string;
    removed: (count: number) => string;
    removedKinds: Record<'header' | 'footer' | 'page-number' | 'duplicate-page' | 'echo' | 'contents', string>;
    numbering: Record<'missing' | 'twice' | 'order' | 'restart', (ref: string, expected: string) => string>;
  };
  summary: (file: string, pages: number, clauses: number, accepted: number, items: number) => string;
  /** What else review.md lists: duties to attest, figures that no rule used, clauses not read. */
  more: (duties: number, figures: number, clauses: number) => string;
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
      ' 行尾或上一行写着页码、条号和把握；标“待填”的必须看，清单见 review.md，要紧的在前。',
      ' 自然人的姓名、手机和邮箱没有收录。',
    ],
    read: (page, clause, sure) => `第 ${page} 页 ${clause}，把握 ${sure}%`,
    check: (page, clause, sure, why) => `待填：请核对第 ${page} 页 ${clause}，把握 ${sure}%：${why}`,
    missing: '待填：没有读到，现为暂填，请照纸面改',
    odds: (part, value, where, other) => `${part}：此处是 ${value}，${where} 是 ${other}`,
    conflict: (odds) => `待填：两处不一致，${odds}`,
    duties: '待填：以下是读出来的、须由人确认的义务；标题是条文开头的原文，请改写，并定确认的间隔',
    gists: '待填：要旨是条文开头的原文，请改写成一句话；怎样对待（treatment）是猜的',
    doubts: {
      capitals: '大写与小写不一致，或大写读不出',
      unusual: '数值少见',
      bearer: '看不出由谁承担',
      look: '须看原文',
      undecided: '所在的选项没有选定',
      ocr: '由图片识别得来',
      unfilled: '空着就写不成一项约定，草稿中没有',
      partly: '列举的几项里有一项没有读懂',
    },
    unsure: '写法少见，可能读错',
    kinds: {
      kept: '您改过，纸面所读不同',
      conflict: '两处不一致',
      doubt: '须核对',
      unfit: '读到但写不进草稿',
      choice: '勾选或选项不明',
      missing: '没有读到，草稿中是暂填',
      blank: '纸面留空',
      numbering: '编号异常',
    },
    risks: { money: '金额、费率、数量', time: '期限、日期', identity: '当事人、编号、账户', other: '其他' },
    separator: '；',
    and: '、',
    colon: '：',
    within: ' › ',
    yes: '是',
    no: '否',
    none: '无',
    choice: '勾选或选项',
    sure: (percent) => `把握 ${percent}%`,
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
        '这些条款使一方承担义务，而没有规则能读出期限或数量。草稿都按“人工确认”收录；由谁承担、每六个月确认一次，都是猜的，请逐条核对，并看是否另有可由数据判断的内容。',
      figures: (count) => `没有用到的数字（${count}）`,
      figuresIntro:
        '没有规则用到下列期限、次数、金额或比例，草稿中多半没有，哪怕同一条的其他内容已经读到。请逐条看是否要补写；只作说明的可以略过。',
      unread: (count) => `没有读出内容的条款（${count}）`,
      unreadIntro: '这些条款在草稿里只登记了要旨，没有写成义务、费用或约定。请通读，其中的禁止、除外和解除权要补写。',
      onPage: (page) => `第 ${page} 页`,
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
    more: (duties, figures, clauses) =>
      `另有：须由人确认的义务 ${duties} 条，没有用到的数字 ${figures} 处，没有读出内容的条款 ${clauses} 条。`,
    next: (folder) =>
      [
        '接下来：',
        `  1. 对照原件逐项核对 ${folder}/review.md，在 contract.yaml 里改。`,
        `  2. 运行 lvyue validate ${folder}/contract.yaml，看还有哪些行待填。`,
        `  3. 运行 lvyue review ${folder}/contract.yaml，看合同本身的缺陷。`,
      ].join('\n'),
    kept: (count) => `有 ${count} 处您改过而原件所读不同，保留了您的写法，见 review.md。`,
    aside: (file) => `review.md 里有您写的内容，旧清单另存为 ${file}。`,
    page: (page, of) => `读第 ${page}/${of} 页 …`,
  },
  en: {
    opening: (file) => [
      ` Drafted by lvyue import from ${file}; a person must hold it against the original before it is used.`,
      ' Behind or over each line stand page, clause and confidence; "to fill" must be looked at, review.md lists it by risk.',
      ' Names, mobile numbers and e-mail addresses of natural persons are left out.',
    ],
    read: (page, clause, sure) => `page ${page}, ${clause}, confidence ${sure}%`,
    check: (page, clause, sure, why) => `to fill: check page ${page}, ${clause}, confidence ${sure}%: ${why}`,
    missing: 'to fill: not found, this is a stand-in',
    odds: (part, value, where, other) => `${part}: ${value} here, ${other} on ${where}`,
    conflict: (odds) => `to fill: two places differ, ${odds}`,
    duties:
      'to fill: duties that a person must attest; titles are the beginning of the clause: reword them, and set the interval',
    gists: 'to fill: gists are the beginning of the clause: reword them; treatments are guesses',
    doubts: {
      capitals: 'capitals and digits differ, or the capitals cannot be read',
      unusual: 'an unusual value',
      bearer: 'who bears it is unclear',
      look: 'see the paper',
      undecided: 'it stands under a choice that is not made',
      ocr: 'read from a picture',
      unfilled: 'no term while it is blank, so not in the draft',
      partly: 'one item of a list was not understood',
    },
    unsure: 'an unusual wording, may be misread',
    kinds: {
      kept: 'you changed it, the paper reads otherwise',
      conflict: 'two places differ',
      doubt: 'to check',
      unfit: 'read, but fits no contract',
      choice: 'a choice is unclear',
      missing: 'not found, the draft has a stand-in',
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
    and: ', ',
    colon: ': ',
    within: ' › ',
    yes: 'yes',
    no: 'no',
    none: 'none',
    choice: 'A choice',
    sure: (percent) => `confidence ${percent}%`,
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
        'These clauses bind a party, and no rule reads a time or a number in them. The draft takes each as a duty to attest; who bears it and the interval of six months are guesses. See whether data could show it.',
      figures: (count) => `Figures not used (${count})`,
      figuresIntro:
        'No rule used these times, numbers, amounts and rates: most likely the draft lacks them, even where something else of the clause was read. See whether they must be written in.',
      unread: (count) => `Clauses of which nothing was read (${count})`,
      unreadIntro:
        'Of these the draft has the gist only. Read them: prohibitions, exceptions and rights to rescind must be written in.',
      onPage: (page) => `page ${page}`,
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
    more: (duties, figures, clauses) =>
      `Besides: ${duties} duties to attest, ${figures} figures not used, ${clauses} clauses of which nothing was read.`,
    next: (folder) =>
      [
        'Next:',
        `  1. Hold ${folder}/review.md against the original, and mend contract.yaml.`,
        `  2. Run lvyue validate ${folder}/contract.yaml to see what is still to fill.`,
        `  3. Run lvyue review ${folder}/contract.yaml to see the contract's own defects.`,
      ].join('\n'),
    kept: (count) => `${count} place(s) that you changed read otherwise on the paper; yours were kept, see review.md.`,
    aside: (file) => `You wrote in review.md; the old list was kept as ${file}.`,
    page: (page, of) => `reading page ${page}/${of} …`,
  },
};
