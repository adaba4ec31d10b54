import type { CommandTexts } from '../commands.ts';

export const commands: CommandTexts = {
  description: '履约：把服务合同写成机器能核对的规则，告诉您双方是否守约、本期应付多少、违约可以怎么办。',
  version: '显示版本',
  help: '显示帮助',
  example: '例：',
  usage: '[选项] <命令>',
  usageOptions: '[选项]',
  optionNote: (choices, standard) =>
    choices.length === 0 && standard === ''
      ? ''
      : `（${[choices.length > 0 ? `可取 ${choices.join('、')}` : '', standard && `默认 ${standard}`].filter(Boolean).join('；')}）`,
  titles: { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' },
  arguments: {
    '<contract>': 'contracts/ 下的合同编号，或 contract.yaml 的路径',
    '<before>':
      '改前的合同：编号、路径，或 git 版本中的文件（main:contracts/…/contract.yaml）；可加 @日期，指当日有效的约定',
    '<after>': '改后的合同，写法相同',
    '<obligation>': '合同中一项义务的编号（lvyue clauses 列出全部）',
    '[scenario...]': '合同编号；或其 scenarios/ 下的一个场景文件；不写则为全部合同',
    '<id>': '新合同的编号：小写字母、数字和连字符；用 --scenarios 时为已有的合同',
    '[schema]': '模式的名称；不写则为 contract',
    '<dir>': '数据文件夹',
    '[contract...]': '合同编号或路径；不写则为全部合同',
    '[path...]': '文件或文件夹；不写则为 contracts/',
  },
  flags: {
    '--data': '记录所在的文件夹（CSV、Excel、Parquet、NDJSON）',
    '--period': '期间：2025-08、2025Q3、2025H2、2025；不写则为上个整月',
    '--from': '期间的第一天（含），与 --to 同用',
    '--to': '期间的最后一天（含）',
    '--as-of': '截至时刻，北京时间；不写则为现在',
    '--format': '输出格式',
    '--lang': '语言',
    '--out': '写入文件，而不显示',
    '--output': '另以此格式写入文件，如 sarif=out.sarif；可写多次',
    '--quarantine': '把有错的行另存到此文件，其余照常处理',
    '--unmask': '不遮盖手机号码',
  },
  commands: {
    validate: {
      summary: '检查合同文件是否写对',
      description:
        '检查合同的 YAML、各字段和相互引用，指出行、列和改法；也检查场景和规则文件。路径是文件夹的，检查其中的全部文件；不写路径则检查 contracts/。有错误时退出码为 1，只有警告时为 0。',
      example: 'lvyue validate contracts/{contract} --output sarif=out.sarif',
      flags: {
        '--fix': '改正意思没有疑问的笔误（全角符号、缩进、漏掉的引号），注释和次序不变',
        '--watch': '文件一有改动就重新检查，按 Ctrl+C 结束',
      },
    },
    review: {
      summary: '审查合同本身有没有缺陷',
      description:
        '不看记录，只看合同：留空、自相矛盾、日期、主体身份、违法或显失公平的约定、形式、金额，以及与其他合同相比是否异常。每项写明条款、缺陷、后果、改法和依据。有错误或警告时退出码为 1，只有提示时为 0。',
      example: 'lvyue review contracts/{contract} --as-of 2024-06-30',
      flags: {
        '--as-of': '截至之日，用来看是否已到期、续展期限是否临近；不写则为现在',
        '--portfolio': '用来比较价格和期限的合同文件夹；不写则为 contracts/',
      },
    },
    clauses: {
      summary: '逐条列出条款及其对待方式',
      description: '按条款号列出合同的每一条：要点、怎样对待、由什么实现，以及覆盖情况和尚不能判断的义务。',
      example: 'lvyue clauses {contract}',
    },
    diff: {
      summary: '两份合同的约定有什么不同，对谁有利',
      description:
        '逐项比较约定，说明改动的法律效果：期限放宽还是收紧、涨价多少、增减了哪些义务和救济，对哪一方有利。次序、注释和只改文字的不算约定的改动。一边加了 @日期 而另一边没有的，另一边按签署时的文本。没有约定的改动时退出码为 0，有改动为 1，无法比较为 2。',
      example: 'lvyue diff main:contracts/{contract}/contract.yaml {contract}',
      flags: { '--on': '两边都取这一天有效的约定（计入补充协议和豁免）' },
    },
    check: {
      summary: '核对各项义务是否履行',
      description: '用记录核对合同的每项义务，给出结论、证据和救济。有违约时退出码为 1。',
      example: 'lvyue check {contract} --data 数据 --period 2024-05',
      flags: { '--trace': '把用到的 SQL 和每个关系读取的次数打印到 stderr' },
    },
    bill: {
      summary: '计算应付费用，与账单对账',
      description:
        '按合同计算应付费用，逐行列出条款和算式，连同减免、上期调整、封顶和预付余量；有账单时一并对账，指出差额可能的原因和下一步。期间写全年等较长的，另列各账期和往来账。账单超出容差或自相矛盾、账单和付款的记录有疑点时退出码为 1。',
      example: 'lvyue bill {contract} --data 数据 --period 2024-05',
    },
    reconcile: {
      summary: '双方记录逐行对账，每类差异值多少钱',
      description:
        '把我方和对方的短信、通话记录逐行比对：一方缺少的行、重复的行、状态、方向、月份、计费数量不同的行各有多少，按选定的理解各值多少钱。各类差异按固定次序逐类计入，金额之和正好等于双方总额之差。有差异时退出码为 1。',
      example: 'lvyue reconcile {contract} --ours 我方数据 --theirs 对方数据 --period 2024-05',
      flags: {
        '--ours': '我方记录所在的文件夹（CSV、Excel、Parquet、NDJSON）',
        '--theirs': '对方记录所在的文件夹',
        '--by': '双方编号不同时，按这些列对应（逗号分隔），如 recipient,sent_at；不写则按 id',
        '--evidence': '把有差异的行全部写入此 CSV 文件',
      },
    },
    explain: {
      summary: '说明一项义务的结论怎样得出',
      description:
        '就一项义务说明结论的由来：条款、适用的约定、查明的事实和成立的条件、期限逐步的计算、所依据的记录、救济。只作说明，不作判定：结论是违约时退出码也是 0，无法执行时为 2。',
      example: 'lvyue explain {contract} message-signature --data 数据 --period 2024-05',
    },
    calendar: {
      summary: '列出不能错过的日期，可导入日历（.ics）',
      description:
        '列出今后须在何时之前办的事：不续约异议、账单、对账确认、付款、发票、提前通知、答复和修复、人工确认，以及合同期满；已逾期而未办结的也列出，日期无从知道的说明原因。没有 --data 时只列合同本身能推出的日期。写入 .ics 文件后可导入手机或电脑的日历，再次导入会更新原有的事项。数据文件夹下有以合同编号命名的子文件夹时，各取各的。有已逾期的事项时退出码为 1。',
      example: 'lvyue calendar {contract} --data 数据 --out 履约.ics',
      flags: {
        '--data': '记录所在的文件夹；不写则只列合同本身能推出的日期',
        '--days': '自截至之日起看多少天',
        '--alarm': '提前多久提醒：7d 为 7 日前（当日到期的在 9 时提醒），4h 为 4 小时前；可写多次，代替原有的提醒',
        '--format': '输出格式；不写则依 --out 的扩展名（.ics、.json），否则为 pretty',
      },
    },
    report: {
      summary: '生成可打印、可发送的报告',
      description:
        '为每份合同写一份履约核对报告和一份费用核算单，另写一页总览（index），并写 manifest.json 列出各文件的摘要。数据文件夹下有以合同编号命名的子文件夹时，各取各的。要么全部写成，要么一个文件也不动。有违约时退出码为 1。',
      example:
        'lvyue report {contract} --data 数据 --period 2024-05 --compare 2024-04 --format html,pdf,xlsx --out 报告',
      flags: {
        '--out': '写入的文件夹',
        '--compare': '另与这个期间相比：新增的违约、上期违约而本期履约的、费用的增减（如 2024-04）',
        '--format': '报告的形式，逗号分隔：html 网页、pdf（须装有 Chromium、Chrome 或 Edge）、xlsx、md、json',
        '--evidence': 'page 只列前若干条证据，all 另把全部证据写在报告旁边的 evidence 文件夹',
        '--evidence-format': '全部证据的文件形式',
        '--templates': '自己的模板所在的文件夹，其中的同名模板代替程序自带的',
        '--quarantine': '把有错的行另存到此文件，其余照常处理；多份合同时各写一个，文件名后加合同编号',
        '--browser': '用来打印 PDF 的浏览器程序；不写则在常见位置寻找',
      },
    },
    test: {
      summary: '执行合同旁边的场景',
      description: '执行 scenarios/*.yaml：给定记录，核对应得出的结论和金额。有不符时退出码为 1。',
      example: 'lvyue test {contract}',
      flags: { '--coverage': '另报覆盖情况：哪些义务没有场景显示过守约和违约两面；有缺口时退出码为 1' },
    },
    new: {
      summary: '写一份待填的合同文件，或按数字界限生成场景',
      description:
        '写 contracts/<id>/contract.yaml：带中文注释、能通过检查，凡须照纸面填写之处行尾标明“# 待填”，并列出各处的行号。不会覆盖已有的文件。加 --scenarios 则为已有的合同在每个数字界限（期限、签名长度、套餐条数、容差、变更日）上各写三个场景：正好到限、限内、限外，应得的结论由独立于规则的算法得出，写不出的在文件末尾说明原因，审阅后放入合同的 scenarios/。同样的输入生成同样的字节。',
      example: 'lvyue new shi-library-2026 --title 短信服务合同 --services sms,voice',
      flags: {
        '--title': '合同名称',
        '--customer': '甲方名称',
        '--carrier': '乙方名称',
        '--services': '服务种类（逗号分隔），可取 sms 短信、voice 语音、line 专线',
        '--scenarios': '为已有的合同生成场景，供审阅',
        '--out': '写入的文件；合同不写则为 contracts/<id>/contract.yaml',
      },
    },
    import: {
      summary: '从 PDF 起草合同文件，附出处、把握和待核清单',
      description:
        '读一份 PDF 合同，起草 contract.yaml：条款、当事人、期限、费用、义务，每一项写明页码、条号和把握；纸面留空的写成空白（blank），没有读到和拿不准的行标“# 待填”，并按要紧程度列入 review.md；import.json 存全部出处。没有 --out 则只打印草稿，不写文件。再次导入同一文件夹时，您改过的内容保留，没有改过的随纸面更新。没有文字的页会报告出来，加 --ocr 则从图片识别。自然人的姓名、手机、邮箱不收录。',
      example: 'lvyue import 合同.pdf --out contracts/shi-library-2026',
      flags: {
        '--out': '写入的合同文件夹；文件夹名即合同编号',
        '--ocr': '识别没有文字的页（须另装 tesseract.js 和 @tesseract.js-data/chi_sim）',
      },
    },
    schema: {
      summary: '打印编辑器和其他程序可用的模式（JSON Schema）',
      description:
        '打印一个自成一体的 JSON Schema（2020-12）文件：引用的各文件都并入 $defs。不写名称则为合同的模式；--list 列出全部名称。',
      example: 'lvyue schema contract --out contract.schema.json',
      flags: { '--list': '列出全部模式的名称' },
    },
    simulate: {
      summary: '按合同生成模拟数据和标准答案',
      description:
        '生成一个数据文件夹：守约的记录，以及若干设置好的违约；其中的 truth.json 写明应得的结论、证据和金额。同样的参数生成同样的字节。',
      example: 'lvyue simulate {contract} --out 数据 --seed 7 --months 6',
      flags: {
        '--out': '写入的文件夹：新的、空的，或以前模拟生成的',
        '--seed': '随机种子',
        '--months': '几个月',
        '--from': '第一个月，如 2024-04；不写则为合同期内第一个整月',
        '--rows': '短信总条数；不写则每月大约为套餐所含',
        '--breaches':
          '设置哪些违约：default 约三分之一、all 全部、none 不设，或义务编号（逗号分隔），bill 为多收费的账单',
        '--format': '文件格式',
      },
    },
    records: {
      summary: '写出数据模板；检查数据缺什么、错在哪里',
      description: '准备数据：写出可填写的 Excel 模板；在计算之前检查一个数据文件夹缺什么、错在哪里。',
      example: 'lvyue records check 数据 --contract {contract} --period 2024-05',
      parts: {
        template: {
          summary: '写出 Excel 模板，一张表一个工作表',
          description:
            '写出一个 Excel 工作簿：每张数据表一个工作表，列名是中文，必填列用深色标出，取值用下拉框选择，每列有说明。填好后放进数据文件夹即可使用。同样的参数写出同样的字节。',
          example: 'lvyue records template --out 模板.xlsx --contract {contract}',
          flags: {
            '--out': '写入的 .xlsx 文件',
            '--contract': '只写这份合同的义务和费用用得到的表',
            '--tables': '只写这些表（逗号分隔），如 短信,投诉',
            '--lang': '语言：表名、列名、取值和说明都用它',
          },
        },
        check: {
          summary: '检查数据文件夹缺什么、错在哪里',
          description:
            '通读一个数据文件夹，逐表报告：行数、缺少和多余的列、无法识别的值（同类归并）、重复和对不上的编号、可疑之处（时刻丢失、科学记数法、号码末位变 0、时区混杂、月日颠倒、将来的日期），以及合同需要而没有的表和列。有缺或不可用时退出码为 1。',
          example: 'lvyue records check 数据 --contract {contract} --period 2024-05',
          flags: {
            '--contract': '合同编号或路径：另查其义务和费用需要哪些表和列',
            '--period': '记录应覆盖的期间：2025-08、2025Q3、2025；不写则不核对期间',
            '--draft-mapping':
              '在文件夹里起草 mapping.yaml（已有则不覆盖），把外来的文件、表头、用词对照到本系统；拿不准的只写成问题',
          },
        },
      },
    },
    demo: {
      summary: '演示：对全部合同模拟、核对、计费、出报告',
      description: '为每份合同模拟三个月的记录（埋入几处违约），核对、计费、写报告，最后给出报告的路径。',
      example: 'lvyue demo',
      flags: { '--out': '写入的文件夹', '--seed': '随机种子' },
    },
  },
};
