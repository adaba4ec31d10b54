import { cellTypes as en } from './en/vocabulary.ts';
import type { Lang } from './text.ts';
import { cellTypes as zh } from './zh/vocabulary.ts';

/** What a cell of each type must look like. */
export const cellTypes: Record<Lang, Readonly<Record<string, string>>> = { zh, en };

/** Texts of the workbook to fill in. */
export const templateTexts = {
  zh: {
    about: '填写说明',
    lines: [
      '一张数据表一个工作表。深色列必填，浅色列有则填写。请不要改工作表名和列名，不要在表头上方加行、合并单元格。',
      '时间一律为北京时间，写到秒。号码、编号各列已设为文本：从别处粘贴时请选“只粘贴数值”，否则长号码的末几位会丢失。',
      '一格都没有填的表和列，按没有提供处理（结论为“数据不足”）；确实没有可填的，请在下面该表、该列的“记录情况”选“确无记录”。',
      '填好后放进数据文件夹，先用 lvyue records check 文件夹名 检查，再核对和计费。',
    ],
    states: ['数据表', '记录情况', '内容'],
    heads: ['数据表', '列名', '记录情况', '英文列名', '必填', '类型', '允许的取值', '说明', '示例'],
    required: '必填',
    optional: '有则填写',
    others: '，也可写其他',
    refusal: (values: string) => `请从下拉框选取：${values}`,
    statePrompt: '确实没有可填的，在此选取；否则留空。',
    separator: '、',
    stop: '。',
    flags: ['是', '否'],
  },
  en: {
    about: 'how to fill it in',
    lines: [
      'One sheet for each table. Dark columns are required, light ones are filled in where known. Do not rename sheets or headers, add rows above a header or merge cells.',
      'All times are Beijing time, to the second. Numbers and ids are kept as text: paste values only, or long numbers lose their last digits.',
      'Tables and columns without an entry count as not supplied (verdicts are then undetermined); where there was nothing to fill in, choose "none" beside them below.',
      'Put the workbook into the data folder and run lvyue records check FOLDER before anything is judged or billed.',
    ],
    states: ['table', 'state', 'content'],
    heads: ['table', 'column', 'state', 'name', 'required', 'type', 'allowed values', 'explanation', 'example'],
    required: 'required',
    optional: 'where known',
    others: ', or another word',
    refusal: (values: string) => `Choose from the list: ${values}`,
    statePrompt: 'Choose it where there was nothing to fill in; otherwise leave it empty.',
    separator: ', ',
    stop: '. ',
    flags: ['true', 'false'],
  },
} satisfies Record<Lang, unknown>;
