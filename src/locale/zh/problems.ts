import type { Named } from '../../problem.ts';
import type { ProblemTexts } from '../index.ts';
import { halfOf } from '../text.ts';
import { paperProblems } from './papers.ts';
import { recordProblems } from './records.ts';
import { cellTypes, rowFaults, rules, silent, spaces, syntax, type, typeNames, usage } from './vocabulary.ts';

const list = (items: readonly string[]) => items.join('、');
const written = (format: string | undefined) => (format ? `mapping.yaml 写明此列的写法是 ${format}。` : '');
/** “投诉”（complaints） */
const quoted = ({ name, alias }: Named) => (name === alias ? `“${name}”` : `“${alias}”（${name}）`);
const listNamed = (all: readonly Named[]) => list(all.map(({ name, alias }) => `${alias}（${name}）`));
const meant = (nearest: string | undefined) => (nearest ? `是否想写“${nearest}”？` : '');

const zhOf = (description: string | undefined) => description && halfOf(description, 'zh');
const own = (description: string | undefined) =>
  description ? `本项：${halfOf(description, 'zh').replace(/。$/, '')}。` : '';

export const problems: ProblemTexts = {
  ...recordProblems,
  ...paperProblems,
  'yaml-syntax': (d) => ({
    message: `不是有效的 YAML：${syntax[d.reason] ?? d.detail}`,
    help: '请修改此行：检查缩进（只用空格）、冒号后是否有空格、引号是否成对。',
  }),
  'yaml-fullwidth': (d) => ({
    message: `此处用了全角“${d.character}”，应为半角“${d.halfwidth}”；照现在这样读不出原意。`,
    help: `请改成半角“${d.halfwidth}”${d.halfwidth === ':' ? '并在其后加一个空格' : ''}；若本来就是文字内容，请加引号。`,
  }),
  'yaml-indent': (d) => ({
    message: `此行用${spaces[d.character]}缩进，YAML 不认作缩进。`,
    help: '请改用普通空格缩进，每级两个。',
  }),
  'yaml-alias': (d) => ({
    message: `*${d.alias} 引用了 &${d.alias}，但上文没有这个标记。`,
    help: `请在上文被引用的部分写上 &${d.alias}，或把内容直接写出。`,
  }),
  'yaml-duplicate-key': (d) => ({
    message: `同一处出现了两个“${d.key}”。`,
    help: '请保留其中一个，或改名。',
  }),
  'yaml-long-number': (d) => ({
    message: d.source.startsWith('0')
      ? `数字 ${d.source} 按数字保存会丢失开头的 0。`
      : `数字 ${d.source} 过长，按数字保存会丢失末几位。`,
    help: `是编码的，请加引号："${d.source}"；是金额或数量的，请核对数字。`,
  }),
  'yaml-empty': () => ({
    message: '文件是空的。',
    help: '请填写内容，或用 lvyue new 生成一份模板。',
  }),
  'schema-unknown': (d) => ({
    message: `没有名为“${d.name}”的模式。`,
    help: `${meant(d.nearest)}可取：${list(d.known)}。`,
  }),
  'schema-unknown-key': (d) => ({
    message: `此处不认识“${d.key}”这一项。`,
    help: `${meant(d.nearest)}此处可写：${list(d.allowed)}。`,
  }),
  'schema-missing-key': ({ keys }) => ({
    message: `缺少${keys.map(({ key }) => `“${key}”`).join('、')}${keys.length === 1 ? '一' : ` ${keys.length} `}项。`,
    help: `请在此处之后补写。${keys.map(({ key, description }) => `${key}：${zhOf(description) ?? '必填'}`).join('；')}。`,
  }),
  'schema-type': (d) => ({
    message: `此处应为${type(d.expected)}，实际是${typeNames[d.actual] ?? d.actual}。`,
    help: `${d.quoted ? `是号码、编号的，请加引号：${d.quoted}。` : `请改写为${type(d.expected)}。`}${own(d.description)}`,
  }),
  'schema-choice': (d) => ({
    message: `“${d.actual}”不在允许的取值之内。`,
    help: `${meant(d.nearest)}可取：${list(d.allowed)}。${own(d.description)}`,
  }),
  'schema-value': (d) => ({
    message: `取值“${d.actual}”不符合要求。`,
    help: `${rules[d.rule] ?? d.rule}${silent.has(d.rule) ? '' : ` ${d.limit}`}。${own(d.description)}`,
  }),
  'contract-not-found': (d) => ({
    message: `在 ${d.folder} 中没有合同“${d.contract}”。`,
    help: d.nearest.length
      ? `最接近的有：${list(d.nearest)}。`
      : '请写 contracts/ 下的文件夹名，或 contract.yaml 的路径。',
  }),
  'output-taken': () => ({
    message: '此文件是被检查的文件之一，或已用于另一种格式，没有写入。',
    help: '请换一个文件名。',
  }),
  'id-folder': (d) => ({
    message: `合同编号是“${d.id}”，文件夹名是“${d.folder}”。`,
    help: '命令按文件夹名查找合同，请改成一致。',
  }),
  'file-unreadable': (d) => ({
    message: `文件无法读取：${d.detail}`,
    help: '请检查路径和权限。',
  }),
  usage: (d) => ({
    message: (usage[d.reason] ?? ((token: string) => `命令行有误：${token}`))(d.token || d.detail),
    help: `${meant(d.suggestion)}${d.allowed ? `可取：${d.allowed}。` : ''}用 --help 查看用法。`,
  }),
  'flag-invalid': (d) => ({
    message: `${d.flag} 不接受“${d.value}”。`,
    help: `应为：${d.expected}。`,
  }),
  'period-reversed': (d) => ({
    message: `期间的开始（${d.from}）晚于结束（${d.to}）。`,
    help: '请对调 --from 与 --to。',
  }),
  'calendar-missing': (d) => ({
    message: `${d.folder} 中没有节假日文件（.yaml）。`,
    help: '请放入国务院办公厅放假通知的文件，每年一份，例如 cn-2026.yaml。',
  }),
  'calendar-day': (d) => ({
    message: {
      reversed: `假期的结束日 ${d.day} 早于开始日。`,
      'other-year': `${d.day} 不属于本文件的年份。`,
      'not-weekend': `${d.day} 不是周六或周日，不会是调休上班日。`,
      twice: `${d.day} 写了两次，或既是放假日又是调休上班日。`,
    }[d.fault],
    help: '请对照国务院办公厅当年的放假通知改正日期。',
  }),
  'calendar-years': (d) => ({
    message:
      d.year === d.before ? `${d.year} 年有两份节假日文件。` : `节假日文件从 ${d.before} 年跳到了 ${d.year} 年。`,
    help: d.year === d.before ? '请只保留一份，或改正 year。' : '请补上中间年份的文件，或改正 year。',
  }),
  'id-duplicate': (d) => ({
    message: `${d.list} 中有两项的编号都是“${d.id}”。`,
    help: '请给每一项各自的编号。',
  }),
  'reference-unknown': (d) => ({
    message: `此处${d.more ? `和另外 ${d.more} 处` : ''}提到“${d.id}”，但没有这个编号。`,
    help: `${meant(d.nearest)}${d.known.length > 0 ? `已有：${list(d.known)}。` : '请改为已有的编号，或补上所指的一项。'}`,
  }),
  'to-fill': (d) => ({
    message: `此行待填${d.hint ? `：${d.hint}` : ''}。`,
    help: '请照纸面填写或核对，然后删去行尾的“# 待填”及其说明。',
  }),
  'still-to-fill': (d) => ({
    message: `合同文件还有 ${d.lines} 处待填，从此行起；结果按现有内容得出，未必是双方的约定。`,
    help: '请用 lvyue validate 逐处查看，照纸面填写后再用。',
  }),
  'import-no-contract': ({ pages, clauses, lacks }) => ({
    message: `读了 ${pages} 页、${clauses} 段，${{ terms: '没有一处像合同的约定', parties: '没有写明甲乙双方，不像合同', duties: '没有一处使哪一方承担义务' }[lacks]}，没有起草。`,
    help: '请确认是不是中文的服务合同；扫描件请加 --ocr。',
  }),
  'import-not-ours': () => ({
    message: '这里已有合同文件，不是由导入写成的，没有改动。',
    help: '用 --out 换一个文件夹；要重新导入的，文件夹里须有上次导入留下的 import.json。',
  }),
  'import-log': () => ({
    message: '上次导入留下的 import.json 已损坏，分不清哪些是您改过的，没有改动任何文件。',
    help: '把 import.json 恢复成原样；恢复不了的，用 --out 换一个文件夹导入，再把改过的抄过去。',
  }),
  'intake-pattern': ({ detail }) => ({
    message: `写法不成立：${detail}。`,
    help: '检查正则表达式和花括号里的取值种类。',
  }),
  'id-form': (d) => ({
    message: `“${d.id}”不能作合同编号。`,
    help: '合同编号只用小写字母、数字和连字符，如 shi-library-2026。',
  }),
  'file-exists': (d) => ({
    message: '文件已经存在，没有改动它。',
    help: `请换一个合同编号，或用 --out 写到别处；确实要重写的，请先移走原文件。要为这份合同生成场景，请用 lvyue new --scenarios ${d.id}。`,
  }),
  'term-blank': (d) => ({
    message: `${d.contract} 的有效期起始日在纸面留空，也没有计费起始日，不知从哪个月开始模拟。`,
    help: '合同签署日期确定后，请写入 term.from。',
  }),
  'amendment-day': (d) => ({
    message: {
      none: `“${d.id}”既没有写生效日（effective），也没有写提交日（submitted）。`,
      both: `“${d.id}”同时写了生效日（effective）和提交日（submitted）。`,
      'no-order': `“${d.id}”写了提交日（submitted），但合同没有“变更单”（change-order）义务，推算不出生效日。`,
    }[d.given],
    help: '补充协议请写 effective；变更单请写 submitted，由合同的提交期限推算生效日。两者只写一个。',
  }),
  'amendments-overlap': (d) => ({
    message: `“${d.id}”与“${d.other}”都自 ${d.day} 起改变同一项约定：${d.term}。`,
    help: '请并为一份，或更正其中一份的生效日。',
  }),
  'amendment-without-effect': (d) => ({
    message: `“${d.id}”改了 ${d.within} 的 ${d.term}，但该项的每一种理解（readings）都自己写了 ${d.term}，改动不起作用。`,
    help: `请把新的 ${d.term} 写进各种理解，或从理解中去掉它。`,
  }),
  'suppression-stale': (d) => ({
    message:
      d.because === 'firm'
        ? `suppressions 要略去 ${d.code}，但它不能略去：能略去的是审查（review）发现的缺陷和校验的部分警告。`
        : `suppressions 中略去了 ${d.pointer} 处的 ${d.code}，但那里已没有这个问题。`,
    help:
      d.because === 'firm' ? '请改正问题本身，并删去这一项。' : '请删去这一项；若合同改过、位置变了，请更正 pointer。',
  }),
  'suppression-expired': (d) => ({
    message: `suppressions 中对 ${d.pointer} 处 ${d.code} 的略去已于 ${d.expires} 期满，不再略去。`,
    help: '请解决问题后删去这一项；确须继续略去的，请由有权的人重新批准并更新 expires。',
  }),
  'waiver-expired': (d) => ({
    message: `豁免“${d.id}”（义务 ${d.obligation}）已于 ${d.expires} 期满，不再计入。`,
    help: '如仍须豁免，请由有权的人重新批准并更新 expires；否则请删去。',
  }),
  'term-reversed': (d) => ({
    message: `有效期的开始（${d.from}）晚于结束（${d.to}）。`,
    help: '请改正 from 或 to。',
  }),
  'period-outside-term': (d) => ({
    message: `期间 ${d.from} 至 ${d.to} 不全在合同有效期（${d.termFrom} 至 ${d.termTo}）之内。`,
    help: '有效期之外的费用和义务须另有依据，请核对 --period。',
  }),
  'period-renewed': (d) => ({
    message: `期间 ${d.from} 至 ${d.to} 在纸面写明的期满日（${d.printed}）之后，按合同已自动续展处理。`,
    help: '如有一方已依约提出不续约，合同已到期，请以期满日为准。',
  }),
  'calendar-year-missing': (d) => ({
    message: `rules/calendars 中没有 ${d.year} 年的节假日安排（现有 ${d.first} 至 ${d.last} 年）。`,
    help: `依赖它的期限记为“数据不足”。国务院公布后，请补上 cn-${d.year}.yaml。`,
  }),
  'rule-defect': (d) => ({
    message: `规则文件有误：${d.detail}`,
    help: '请修改 rules/ 下的文件，写法见 docs/rules.md。',
  }),
  'contract-twice': ({ id }) => ({
    message: `合同 ${id} 写了两次。`,
    help: '每份合同只写一次；编号和路径指同一份合同的，也只写一次。',
  }),
  'out-is-data': ({ folder }) => ({
    message: `--out 与 --data 是同一个文件夹“${folder}”：报告会被当作下一次的记录。`,
    help: '请用 --out 指定另一个文件夹。',
  }),
  'templates-missing': ({ folder }) => ({
    message: `没有模板文件夹“${folder}”。`,
    help: '请用 --templates 写出放有自己的模板的文件夹；要改哪个模板，就把 reports/templates 里的同名文件复制过去再改。',
  }),
  'template-unknown': ({ name, nearest, known }) => ({
    message: `没有页面使用模板“${name}”。`,
    help: `${meant(nearest)}页面的模板是：${list(known)}；其余的放在 partials 文件夹。`,
  }),
  'template-broken': ({ page, detail }) => ({
    message: `模板无法使用${page === undefined ? '' : `（写 ${page} 页时）`}：${detail}`,
    help: '请与 reports/templates 里的同名文件对照修改；模板只能取视图中有的内容，见 docs/reports.md。没有写出任何报告。',
  }),
  'report-unwritable': ({ folder, detail }) => ({
    message: `报告写不进文件夹“${folder}”（${detail}），没有改动其中的任何文件。`,
    help: '请确认该位置是文件夹、有写入权限、磁盘没有写满，其中的报告没有被别的程序打开；或者用 --out 换一个文件夹。',
  }),
  'browser-missing': ({ named }) => ({
    message:
      named === undefined
        ? '没有找到可以生成 PDF 的浏览器（Chrome、Edge 或 Chromium）。'
        : `“${named}”不是可以运行的浏览器程序。`,
    help: `请${named === undefined ? '安装其中一种，或用 --browser 写明浏览器程序的路径' : '用 --browser 写明 Chrome、Edge 或 Chromium 程序的路径，或去掉这个选项，由程序自行查找'}。也可以不生成 PDF：用任何浏览器打开 HTML 报告，打印为 PDF。`,
  }),
  'browser-failed': ({ program, fault, detail }) => ({
    message: {
      start: `浏览器 ${program} 无法启动：${detail}`,
      time: `浏览器 ${program} 没有在时限内完成（${detail}），已将其关闭。`,
      old: `浏览器 ${program} 版本过旧（${detail}），打印不出页码和页脚。`,
      page: `浏览器 ${program} 打印时出错：${detail}`,
      form: `浏览器 ${program}（${detail}）生成的 PDF 格式无法识别，不能保证其中的文字可以检索、结果可以重现。`,
    }[fault],
    help: `${
      {
        start: '请确认它能单独打开，或用 --browser 换一个浏览器',
        time: '请关闭其他占用资源的程序后重试，或用 --browser 换一个浏览器',
        old: '请升级到 131 或更高的版本，或用 --browser 换一个浏览器',
        page: '请重试，或用 --browser 换一个浏览器',
        form: '请用 --browser 换一个版本的 Chrome、Edge 或 Chromium',
      }[fault]
    }。也可以用任何浏览器打开 HTML 报告，打印为 PDF。`,
  }),
  'fonts-missing': ({ characters }) => ({
    message: `本机没有中文字体，PDF 中的汉字会变成方框（如“${characters}”）。没有生成 PDF。`,
    help: '请安装一种中文字体（Debian、Ubuntu：fonts-noto-cjk），或在装有中文字体的电脑上打开 HTML 报告，打印为 PDF。',
  }),
  'no-contracts': (d) => ({
    message: `${d.folder} 中没有找到合同。`,
    help: '请在 contracts/ 所在的文件夹运行，或写明 contract.yaml 的路径。',
  }),
  'out-foreign': (d) => ({
    message: `文件夹 ${d.folder} 中有不是模拟生成的文件：${d.name}。`,
    help: '为免覆盖您的文件，请用 --out 指定一个新的或空的文件夹。',
  }),
  'records-folder': (d) => ({
    message: `数据文件夹 ${d.folder} 无法读取（${d.detail}）。`,
    help: '请检查路径：应是一个存在且有权限读取的文件夹。',
  }),
  'records-file-ignored': (d) => ({
    message: `“${d.name}”不是任何数据表，已忽略。`,
    help: `${meant(d.nearest)}文件名或工作表名须以表的中文名或英文名开头：${listNamed(d.tables)}。`,
  }),
  'records-format': (d) => ({
    message: `“${d.name}”的格式无法读取。`,
    help: `请把${quoted(d.table)}表另存为 .csv、.xlsx、.parquet 或 .ndjson，直接放在数据文件夹中。`,
  }),
  'records-empty': () => ({
    message: '文件是空的，连表头也没有。',
    help: '请重新导出；确实没有记录的，也要保留表头一行，或删去此文件。',
  }),
  'records-encoding': (d) => ({
    message: {
      'utf-16': '文件的编码是 UTF-16，无法读取。',
      binary: '文件不是文本：其中有值为 0 的字节。',
      unknown: '文件的编码既不是 UTF-8，也不是 GB18030。',
    }[d.encoding],
    help:
      d.encoding === 'binary'
        ? '文件可能已经损坏、没有传完，或扩展名与内容不符；请重新导出或重新复制。'
        : '请在 Excel 中另存为“CSV UTF-8（逗号分隔）”。',
  }),
  'records-damaged': (d) => ({
    message: `文件不是完整有效的 ${d.format} 文件${d.detail ? `（${d.detail}）` : ''}。`,
    help: '请重新导出或重新复制此文件；文件可能没有传完，或扩展名与内容不符。',
  }),
  'records-column-missing': (d) => ({
    message: `缺少${quoted(d.table)}表必需的列${quoted(d.column)}。现有的列：${list(d.found)}。`,
    help: `请在表头中补上“${d.column.alias}”，也可写作：${list([...d.aliases.slice(1), d.column.name])}。`,
  }),
  'records-column-twice': (d) => ({
    message: `“${d.first}”与“${d.second}”是同一列：${quoted(d.column)}。`,
    help: '请删去其中一列，或改名。',
  }),
  'records-column-unknown': (d) => ({
    message:
      d.count === 1
        ? `${quoted(d.table)}表没有“${d.columns[0]}”这一列，已忽略。`
        : `${quoted(d.table)}表没有这 ${d.count} 列，已忽略：${list(d.columns)}${d.count > d.columns.length ? ` 等` : ''}。`,
    help: `${d.near.map((one) => (d.count === 1 ? meant(one.nearest) : `“${one.column}”是否想写“${one.nearest}”？`)).join('')}不需要的列可以保留，但不会参与计算。`,
  }),
  'records-too-wide': (d) => ({
    message: `表头有 ${d.columns} 列，超过 ${d.most} 列，没有读取。`,
    help: '多半是换行丢失，或分隔符、引号写错了；请重新导出，只保留需要的列。',
  }),
  'records-column-nameless': (d) => ({
    message: `第 ${list(d.columns)} 列没有表头，已忽略。`,
    help: '请为此列写上表头，或删去此列。',
  }),
  'record-required': (d) => ({
    message: `第 ${d.row} 行的“${d.alias}”（${d.column}）是空的，而此列必须填写。`,
    help: `请填写“${d.alias}”（${d.column}）。`,
  }),
  'record-value': (d) => ({
    message: `第 ${d.row} 行“${d.alias}”（${d.column}）列的值“${d.value}”无法识别。`,
    help: d.allowed.length
      ? `“${d.alias}”（${d.column}）应为其中之一：${list(d.allowed)}。`
      : `“${d.alias}”（${d.column}）应为${cellTypes[d.type]}。${written(d.format)}`,
  }),
  'record-shape': (d) => ({
    message: `第 ${d.row} 行${rowFaults[d.fault]?.[0]}：${d.value}`,
    help: rowFaults[d.fault]?.[1] ?? '',
  }),
  'records-more': (d) => ({
    message: `此文件另有 ${d.count} 处类似的错误没有列出。`,
    help: '请改正后重试；或用 --quarantine 文件名 把有错的行另存，其余照常计算。',
  }),
  'no-scenarios': (d) => ({
    message: `${d.contracts} 份合同都没有场景。`,
    help: '请在 contract.yaml 旁边写 scenarios/*.yaml。',
  }),
  'git-revision': ({ revision, path, fault }) => ({
    message: {
      git: `“${revision}:${path}”要从 git 版本中读取，但没有找到 git 程序。`,
      repository: `“${revision}:${path}”要从 git 版本中读取，但当前文件夹不在 git 仓库内。`,
      revision: `git 中没有“${revision}”这个版本。`,
      path: `git 版本“${revision || '暂存区'}”中没有 ${path} 这份合同。`,
    }[fault],
    help: {
      git: '请安装 git，或改用文件的路径。',
      repository: '请到仓库的文件夹中执行，或改用文件的路径。',
      revision: '请核对分支、标签或提交号；只取了最近一次提交的仓库，请先取回所需的历史。',
      path: '请写从仓库根目录起的路径，如 main:contracts/编号/contract.yaml；该版本中文件名不同的，写当时的名称。',
    }[fault],
  }),
  'no-register': (d) => ({
    message: `合同 ${d.contract} 还没有条款登记。`,
    help: '请补写“clauses:”，逐条列出条款号、要点和对待方式。',
  }),
  'file-unwritable': (d) => ({
    message: `文件无法写入（${d.detail}）。`,
    help: '请换一个文件，或检查权限；没有写入任何内容。',
  }),
  'records-none': () => ({
    message: '数据文件夹里没有任何记录。',
    help: '请核对 --data；没有记录，各项结论都是“数据不足”。',
  }),
  'record-ids-unchecked': (d) => ({
    message: `${quoted(d.table)}表超过 ${d.most} 行，没有查找重复编号。`,
    help: '请确认没有把同一份导出放进文件夹两次。',
  }),
  'record-duplicate': (d) => ({
    message: `${quoted(d.table)}表中有 ${d.count} 个编号重复：${list(d.ids)}${d.count > d.ids.length ? '……' : ''}。`,
    help: '重复的行都计入了；是否把同一份导出放了两次？请只留一份。',
  }),
  'record-orphan': (d) => ({
    message: `${quoted(d.table)}表的${quoted(d.column)}有 ${d.count} 个值在${d.to.map(quoted).join('、')}表中找不到：${list(d.ids)}${d.count > d.ids.length ? '……' : ''}。`,
    help: '这样的行对不上任何事项，请改正所填的编号。',
  }),
  'sides-nothing-shared': (d) => ({
    message: `没有一张表是双方都提供了的（${list(d.tables)}），无从比对。`,
    help: '请核对 --ours 和 --theirs：两个文件夹都要有短信或通话记录。',
  }),
  'sides-table-alone': (d) => ({
    message: `${d.table} 只有${d.suppliedBy === 'ours' ? '我方' : '对方'}提供，没有比对；据以计费的项目不在双方总额内。`,
    help: '要比对，请在另一方的文件夹里补上这张表。',
  }),
  'sides-few-matches': (d) => ({
    message: `${d.table} 按 ${list(d.by)} 对应，${d.of} 行里只有 ${d.matched} 行两边都有。`,
    help: '双方的编号可能不同，请用 --by 换用双方都有的列，如 --by recipient,sent_at。',
  }),
  'file-system': (d) => ({
    message: `文件系统拒绝了操作（${d.detail}）。`,
    help: '请检查路径和权限；没有留下写了一半的文件。',
  }),
  'yaml-encoding': () => ({
    message: '文件不是 UTF-8 编码。',
    help: '请在编辑器中另存为 UTF-8（不是 GBK、GB18030 或 UTF-16）。',
  }),
  review: (d) => ({ message: d.message.zh, help: d.help.zh }),
};
