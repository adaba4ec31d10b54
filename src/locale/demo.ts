import type { Lang } from './text.ts';

interface DemoWords {
  working: (contract: string) => string;
  heads: readonly string[];
  open: string;
}

export const demoWords: Record<Lang, DemoWords> = {
  zh: {
    working: (contract) => `${contract}：模拟三个月的记录，核对，计费 …`,
    heads: ['合同', '期间', '义务', '埋入违约', '查出违约', '应付（元）'],
    open: '请用浏览器打开：',
  },
  en: {
    working: (contract) => `${contract}: simulating three months of records, checking, billing …`,
    heads: ['contract', 'period', 'obligations', 'planted', 'breached', 'owed (CNY)'],
    open: 'Open in a browser:',
  },
};
