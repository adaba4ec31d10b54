/** The words that problems are told with: what libraries and schemas call things, in Chinese. */

export const typeNames: Record<string, string> = {
  object: '一组“键: 值”',
  array: '列表（每项以 - 开头）',
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  null: '空',
};
export const type = (names: readonly string[]) => names.map((n) => typeNames[n] ?? n).join('或');

/** The yaml package's error codes. */
export const syntax: Record<string, string> = {
  BAD_INDENT: '缩进不对。',
  MISSING_CHAR: '缺少一个符号（如引号、冒号、逗号或括号）。',
  UNEXPECTED_TOKEN: '此处不该有这个符号。',
  MULTILINE_IMPLICIT_KEY: '键必须写在一行之内，后面跟冒号和空格。',
  BAD_ALIAS: '引用（*名称）没有对应的锚点（&名称）。',
  BLOCK_AS_IMPLICIT_KEY: '一行里出现了两个“键: 值”，请分行或加引号。',
  KEY_OVER_1024_CHARS: '键太长。',
  NO_KEY: '键必须是一个词，不能是列表、一组内容或空。',
  TAG_RESOLVE_FAILED: '不认识的标签（! 开头的词）；文字以 ! 开头的请加引号。',
  DEPTH: '括号或缩进嵌套得太深，无法读取。',
  ALIASES: '引用（*名称）层层嵌套，展开后过大。',
  MULTIPLE_DOCS: '一个文件里只能有一份内容，请去掉多余的 ---。',
  BAD_COLLECTION_TYPE: '列表与“键: 值”混在了同一级。',
};

/** ajv's keywords that need no sentence of their own. */
export const rules: Record<string, string> = {
  pattern: '格式不对',
  format: '没有这样的日期，应如 2024-03-06',
  minimum: '不得小于',
  maximum: '不得大于',
  minItems: '项数不得少于',
  minLength: '字数不得少于',
  minProperties: '所写项数不得少于',
  maxProperties: '所写项数不得多于',
  uniqueItems: '各项不得重复',
};

export const cellTypes: Readonly<Record<string, string>> = {
  text: '文字',
  integer: '不小于零的整数，例如 120',
  money: '不小于零、至多两位小数的金额（元），例如 300.00，不带货币符号和千分位逗号',
  quantity: '不小于零、至多六位小数的数，例如 6000',
  boolean: '是 或 否（也可写 true/false、1/0）',
  instant: '日期加时刻，例如 2024-05-01 08:00:00（北京时间；也可带时区，如 2024-05-01T00:00:00Z）',
  period: '账期，例如 2024-09、2024Q3、2024H2 或 2024',
  moment: '日期，可加时刻，例如 2024-05-01 或 2024-05-01 08:00:00（北京时间）',
};

export const rowFaults: Readonly<Record<string, readonly [message: string, help: string]>> = {
  'too-few': ['的单元格比表头少', '请补齐缺少的单元格；没有内容的也要保留分隔符。'],
  'too-many': ['的单元格比表头多', '请检查是否多了分隔符；内容中含逗号的单元格要用英文双引号括起来。'],
  quote: ['的英文双引号不成对', '请补上缺少的引号；内容中的双引号要写成两个 ""。'],
  size: ['过长（超过 2 MB）', '多半是前面某处的英文双引号没有配对，请补上引号。'],
  json: ['不是一个 JSON 对象', '请每行写一个完整的 {…}，检查引号、逗号和括号是否成对。'],
  structure: ['的结构无法识别', '请检查分隔符、引号和单元格个数是否与表头一致。'],
};

/** commander's codes of what can be wrong with a command line. */
export const usage: Record<string, (token: string) => string> = {
  'commander.unknownOption': (token) => `没有 ${token} 这个选项。`,
  'commander.unknownCommand': (token) => `没有 ${token} 这个命令。`,
  'commander.missingMandatoryOptionValue': (token) => `缺少必需的选项 ${token}。`,
  'commander.optionMissingArgument': (token) => `选项 ${token} 后面要写值。`,
  'commander.missingArgument': (token) => `缺少参数 ${token}。`,
  'commander.invalidArgument': (token) => `选项 ${token} 的值不在可选范围内。`,
  'commander.conflictingOption': (token) => `${token} 只能写其中一个。`,
  'commander.excessArguments': () => '参数太多。',
};

export const silent = new Set(['uniqueItems', 'pattern', 'format']);
export const spaces = { tab: '制表符（Tab）', 'wide-space': '全角空格', nbsp: '不间断空格' };
