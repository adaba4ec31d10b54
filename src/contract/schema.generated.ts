/** Generated from schemas/contract.schema.json by `npm run types`. Do not edit. */

/**
 * 一项服务 / A service
 */
export type Service = (Sms | Voice | Line) & {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id?: string;
  /**
   * sms 短信，voice 语音，line 专线 / Short messages, voice, line
   */
  kind: "sms" | "voice" | "line";
};
/**
 * 一项费用 / A charge
 */
export type Charge = (PackageCharge | PerUnitCharge | PerMinuteCharge | FixedCharge | PrepaidCharge) & {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id?: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause?: string;
  title?: Text1;
  /**
   * package 套餐，per-unit 按条，per-minute 按分钟，fixed 固定，prepaid 预付 / How it is charged
   */
  model: "package" | "per-unit" | "per-minute" | "fixed" | "prepaid";
};
/**
 * 试用期、免费期：这些日子不收费 / Trial or free periods: days on which nothing is charged
 *
 * @minItems 1
 *
 * Items: 一段免费的日子，首尾都含 / A free period, both days included
 */
export type FreePeriods = {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  from: string;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  to: string;
}[];
/**
 * 一项义务 / An obligation
 */
export type Obligation = {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 谁承担：customer 甲方，carrier 乙方，both 双方 / Who bears it
   */
  bearer: "customer" | "carrier" | "both";
  kind: Kind;
  topic?: Topic;
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  service?: string;
  /**
   * 参数，随 kind 而定 / Parameters, by kind
   */
  parameters: {};
  /**
   * 条款不明时的各种理解 / Plausible readings of an unclear clause
   *
   * @minItems 2
   *
   * Items: 一种理解 / A reading
   */
  readings?: {
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    id: string;
    means: Text1;
    /**
     * 这种理解下改变的参数 / What differs under this reading
     */
    parameters: {};
  }[];
  prefer?: Prefer;
  /**
   * 违约后对方可以做什么 / What a breach entitles the other party to
   *
   * Items: 一项救济 / A remedy
   */
  remedies?: {
    /**
     * cure 改正、suspend 暂停、rescind 解除、late-fee 逾期违约金、penalty 违约金、damages 赔偿、credit 减免、ban 停止受理、report 通报、advice 改进建议 / Kind of remedy
     */
    kind: "cure" | "suspend" | "rescind" | "late-fee" | "penalty" | "damages" | "credit" | "ban" | "report" | "advice";
    /**
     * 谁承担：customer 甲方，carrier 乙方，both 双方 / Who bears it
     */
    party: "customer" | "carrier" | "both";
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    text: Text1;
    /**
     * 十进制数，按字面精确保存，如 0.05 / A decimal number, kept exactly as written, such as 0.05
     */
    amount?: string | number;
    after?: Limit;
    /**
     * 只在这项事实不为零时才有，如某等级的违约数 / Only where this fact is not zero, such as the number of breaches of a grade
     */
    if?: string;
    /**
     * true：不经通知即可行使 / True where it may be used without any notice
     */
    unannounced?: boolean;
  }[];
  note?: Text1;
} & Obligation1;
/**
 * 义务的种类，决定怎样判断；每种一个规则文件 rules/obligations/<kind>.yaml / The kind decides how it is judged
 */
export type Kind =
  | "respond-within"
  | "advance-notice"
  | "follow-up"
  | "renewal-objection"
  | "bill-within"
  | "settle-within"
  | "payment-by-cycle-end"
  | "payment-once"
  | "invoice-within"
  | "change-order"
  | "cap-notice"
  | "message-signature"
  | "message-content"
  | "sending-window"
  | "recipient-lists"
  | "port-classes"
  | "quota-stop"
  | "caller-numbers"
  | "call-frequency"
  | "call-hours"
  | "call-lists"
  | "harassment-shutdown"
  | "service-level"
  | "complaint-limit"
  | "port-governance"
  | "breach-grades"
  | "retention"
  | "attestation";
/**
 * 主题：报告按它把义务归类；不写则取 kind 的主题，不影响判断 / Topic under which reports list it; that of its kind when absent; it changes no verdict
 */
export type Topic =
  | "standing"
  | "use"
  | "content"
  | "recipients"
  | "complaints"
  | "service"
  | "billing"
  | "security"
  | "confidentiality"
  | "changes"
  | "liability";
export type Obligation1 =
  | {
      kind: "respond-within";
      parameters?: RespondWithin;
    }
  | {
      kind: "advance-notice";
      parameters?: AdvanceNotice;
    }
  | {
      kind: "follow-up";
      parameters?: FollowUp;
    }
  | {
      kind: "renewal-objection";
      parameters?: RenewalObjection;
    }
  | {
      kind: "bill-within";
      parameters?: BillWithin;
    }
  | {
      kind: "settle-within";
      parameters?: SettleWithin;
    }
  | {
      kind: "payment-by-cycle-end";
      parameters?: PaymentByCycleEnd;
    }
  | {
      kind: "payment-once";
      parameters?: PaymentOnce;
    }
  | {
      kind: "invoice-within";
      parameters?: InvoiceWithin;
    }
  | {
      kind: "change-order";
      parameters?: ChangeOrder;
    }
  | {
      kind: "cap-notice";
      parameters?: CapNotice;
    }
  | {
      kind: "message-signature";
      parameters?: MessageSignature;
    }
  | {
      kind: "message-content";
      parameters?: MessageContent;
    }
  | {
      kind: "sending-window";
      parameters?: SendingWindow;
    }
  | {
      kind: "recipient-lists";
      parameters?: RecipientLists;
    }
  | {
      kind: "port-classes";
      parameters?: PortClasses;
    }
  | {
      kind: "quota-stop";
      parameters?: QuotaStop;
    }
  | {
      kind: "caller-numbers";
      parameters?: CallerNumbers;
    }
  | {
      kind: "call-frequency";
      parameters?: CallFrequency;
    }
  | {
      kind: "call-hours";
      parameters?: CallHours;
    }
  | {
      kind: "call-lists";
      parameters?: CallLists;
    }
  | {
      kind: "harassment-shutdown";
      parameters?: HarassmentShutdown;
    }
  | {
      kind: "service-level";
      parameters?: ServiceLevel;
    }
  | {
      kind: "complaint-limit";
      parameters?: ComplaintLimit;
    }
  | {
      kind: "port-governance";
      parameters?: PortGovernance;
    }
  | {
      kind: "breach-grades";
      parameters?: BreachGrades;
    }
  | {
      kind: "retention";
      parameters?: Retention;
    }
  | {
      kind: "attestation";
      parameters?: Attestation;
    };
/**
 * 须在这些名单之一 / Must be on one of these lists
 */
export type Require = ("white" | "consent")[];
/**
 * 不得在这些名单上 / Must be on none of these lists
 */
export type Forbid = ("black" | "optout")[];
/**
 * 纸面文字的一处缺陷 / One flaw of the paper's wording
 */
export type Wording = (Lacks | WrongReference | Misprint | WrongLaw | Conflict | Foreign | Unilateral) & {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * lacks 缺少，reference 引错条款，misprint 误印，law 引错法条，conflict 与别条相左，foreign 与本合同无关的文字，unilateral 一方可单方决定 / What kind of flaw
   */
  kind: "lacks" | "reference" | "misprint" | "law" | "conflict" | "foreign" | "unilateral";
};

/**
 * 一份服务合同 / A service contract
 */
export interface Contract {
  /**
   * 编号，同文件夹名：小写字母、数字和连字符 / Identifier, the name of the folder: lower-case letters, digits and hyphens
   */
  id: string;
  title: Text;
  /**
   * 合同编号，照纸面，或纸面留空（blank） / Contract number as printed, or blank
   */
  number: string | {blank: true; clause: string; note?: Text};
  /**
   * 双方；不写自然人姓名和电话 / The parties; no natural person's name or number
   */
  parties: {
    customer: Organisation;
    carrier: Organisation1;
  };
  signed?: Signed;
  term: Term;
  /**
   * 服务 / Services
   *
   * @minItems 1
   */
  services: Service[];
  /**
   * 费用 / Charges
   */
  charges: Charge[];
  settlement: Settlement;
  notices: Notices;
  /**
   * 责任限制 / Limits of liability
   *
   * @minItems 1
   */
  liability?: Liability[];
  force_majeure?: ForceMajeure;
  disputes?: Disputes;
  /**
   * 附件 / Annexes
   *
   * @minItems 1
   */
  annexes?: Annex[];
  /**
   * 义务 / Obligations
   *
   * @minItems 1
   */
  obligations: Obligation[];
  /**
   * 补充协议和变更单，按时间先后 / Amendments in order of time
   *
   * @minItems 1
   */
  amendments?: Amendment[];
  /**
   * 豁免 / Waivers
   *
   * @minItems 1
   */
  waivers?: Waiver[];
  /**
   * 略去的警告：已知悉并接受，到期之前不再列出 / Warnings that are known and accepted
   *
   * @minItems 1
   */
  suppressions?: Suppression[];
  /**
   * 纸面文字的缺陷，按条款：缺什么、错在哪里、与哪一条相左；审查规则据此报告 / What is wrong with the paper's wording, clause by clause: what it lacks, where it errs, what it is at odds with; rules of review report it
   *
   * @minItems 1
   */
  wording?: Wording[];
  /**
   * 条款登记：纸面上的每一条，及机器怎样对待它 / Clause register: every clause of the paper and how it is treated
   */
  clauses?: Clause[];
}
/**
 * 合同名称 / Title of the contract
 */
export interface Text {
  /**
   * 中文 / Chinese
   */
  zh: string;
  /**
   * 英文 / English
   */
  en: string;
}
/**
 * 甲方；不写自然人姓名和电话 / The customer; no natural person's name or number
 */
export interface Organisation {
  /**
   * 名称，照纸面 / Name as printed
   */
  name: string;
  /**
   * 地址 / Address
   */
  address?: string;
  /**
   * 统一社会信用代码或纳税人识别号 / Credit code or tax id
   */
  credit_code?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 代码，照纸面，或纸面留空（blank） / The code as printed, or blank on paper
     */
    code: string | {blank: true; clause: string; note?: Text};
  };
  /**
   * 单位账户 / Accounts of the organisation
   *
   * @minItems 1
   *
   * Items: 一个账户 / An account
   */
  accounts?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 户名 / Holder
     */
    holder?: string;
    /**
     * 开户行，或纸面留空（blank） / The bank, or blank on paper
     */
    bank: string | {blank: true; clause: string; note?: Text};
    /**
     * 账号，照纸面，或纸面留空（blank） / The account as printed, or blank on paper
     */
    number: string | {blank: true; clause: string; note?: Text};
    /**
     * 行号，照纸面，请加引号 / The bank line number as printed; put it in quotes
     */
    bank_line?: string;
    note?: Text1;
  }[];
  /**
   * 公开的服务、投诉电话 / Public hotlines
   *
   * @minItems 1
   *
   * Items: 一个电话 / A hotline
   */
  hotlines?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 电话，照纸面，请加引号 / The telephone as printed; put it in quotes
     */
    number: string;
    for: Text1;
  }[];
  /**
   * 纸面别处印的不同名称 / Where the paper prints the name otherwise
   *
   * @minItems 1
   *
   * Items: 一处 / One place
   */
  printed_as?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 印的名称 / The name there
     */
    name: string;
    note?: Text1;
  }[];
}
/**
 * 中英文文字 / Text in Chinese and English
 */
export interface Text1 {
  /**
   * 中文 / Chinese
   */
  zh: string;
  /**
   * 英文 / English
   */
  en: string;
}
/**
 * 乙方；不写自然人姓名和电话 / The carrier; no natural person's name or number
 */
export interface Organisation1 {
  /**
   * 名称，照纸面 / Name as printed
   */
  name: string;
  /**
   * 地址 / Address
   */
  address?: string;
  /**
   * 统一社会信用代码或纳税人识别号 / Credit code or tax id
   */
  credit_code?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 代码，照纸面，或纸面留空（blank） / The code as printed, or blank on paper
     */
    code: string | {blank: true; clause: string; note?: Text};
  };
  /**
   * 单位账户 / Accounts of the organisation
   *
   * @minItems 1
   *
   * Items: 一个账户 / An account
   */
  accounts?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 户名 / Holder
     */
    holder?: string;
    /**
     * 开户行，或纸面留空（blank） / The bank, or blank on paper
     */
    bank: string | {blank: true; clause: string; note?: Text};
    /**
     * 账号，照纸面，或纸面留空（blank） / The account as printed, or blank on paper
     */
    number: string | {blank: true; clause: string; note?: Text};
    /**
     * 行号，照纸面，请加引号 / The bank line number as printed; put it in quotes
     */
    bank_line?: string;
    note?: Text1;
  }[];
  /**
   * 公开的服务、投诉电话 / Public hotlines
   *
   * @minItems 1
   *
   * Items: 一个电话 / A hotline
   */
  hotlines?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 电话，照纸面，请加引号 / The telephone as printed; put it in quotes
     */
    number: string;
    for: Text1;
  }[];
  /**
   * 纸面别处印的不同名称 / Where the paper prints the name otherwise
   *
   * @minItems 1
   *
   * Items: 一处 / One place
   */
  printed_as?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 印的名称 / The name there
     */
    name: string;
    note?: Text1;
  }[];
}
/**
 * 签署 / Signatures
 */
export interface Signed {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  customer: Signature;
  carrier: Signature;
}
/**
 * 一方的签署 / One party's signature
 */
export interface Signature {
  /**
   * 签署处印的名称 / Name as printed there
   */
  name?: string;
  /**
   * 签署日期，或纸面留空（blank） / Day of signature, or blank on paper
   */
  date: string | {blank: true; clause: string; note?: Text};
  note?: Text1;
}
/**
 * 有效期 / The term
 */
export interface Term {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 合同期的第一天，或纸面留空（blank） / First day of the term, or blank on paper
   */
  from: string | {blank: true; clause: string; note?: Text};
  /**
   * 合同期的最后一天（含），或纸面留空（blank） / Last day of the term, included, or blank on paper
   */
  to: string | {blank: true; clause: string; note?: Text};
  note?: Text1;
  /**
   * 纸面写的期限 / The length as stated
   */
  length?: {
    /**
     * 月数 / Months
     */
    months: number;
  };
  /**
   * 自动续展 / Automatic renewal
   */
  renewal?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 月数，或纸面留空（blank） / Months, or blank on paper
     */
    months: number | {blank: true; clause: string; note?: Text};
    /**
     * unlimited 不限次数，once 一次，unstated 没有写明 / How often
     */
    times: "unlimited" | "once" | "unstated";
    /**
     * 提出异议须提前多久 / How long before the end an objection must come
     */
    objection?: {
      /**
       * 日 / Days
       */
      days: number;
    };
    note?: Text1;
  };
  /**
   * 只在这些月份使用 / Used only in these months
   */
  season?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 月份 / Months
     *
     * @minItems 1
     *
     * Items: 月 / Month
     */
    months: number[];
  };
}
/**
 * 短信 / Short messages
 */
export interface Sms {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 服务种类 / Kind of service
   */
  kind: "sms";
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 名单方式，或纸面没有写（blank） / List mode, or not stated on paper
   */
  list_mode: "white" | "black" | "mixed" | {blank: true; clause: string; note?: Text};
  /**
   * 接入号（端口号），或纸面留空（blank） / Access code, or blank on paper
   */
  access_code?: string | {blank: true; clause: string; note?: Text};
  /**
   * 短信签名，不含【】，或纸面留空（blank） / Signature without brackets, or blank on paper
   */
  signature: string | {blank: true; clause: string; note?: Text};
  /**
   * 怎样拆分计条，或纸面没有写（blank） / How a message is cut into segments, or not stated on paper
   */
  segments:
    | {clause: string; size: number; brackets: number; longest_signature: number; note?: Text}
    | {blank: true; clause: string; note?: Text};
  note?: Text1;
}
/**
 * 语音 / Voice
 */
export interface Voice {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 服务种类 / Kind of service
   */
  kind: "voice";
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 本服务的号码 / The service's numbers
   *
   * @minItems 1
   *
   * Items: 号码或代码，照纸面，请加引号 / A number or code as printed; put it in quotes
   */
  numbers: string[];
  note?: Text1;
}
/**
 * 专线 / A line
 */
export interface Line {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 服务种类 / Kind of service
   */
  kind: "line";
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 带宽，兆 / Bandwidth in Mbit/s
   */
  bandwidth_m?: number;
  note?: Text1;
}
/**
 * 套餐：月费含若干条，超出的另计 / A fee with included units, then a price per unit
 */
export interface PackageCharge {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 计费方式 / Model
   */
  model: "package";
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  service: string;
  /**
   * segment 按拆分条数，message 按发送次数 / Billing unit
   */
  unit: "segment" | "message";
  counts: Counts;
  /**
   * month 每自然月，once 一次，year 每合同年，term 整个合同期 / Charged per calendar month, once, per contract year or for the term
   */
  per: "month";
  /**
   * 套餐月费，元 / Monthly fee of the package, in yuan
   */
  fee: string | number;
  /**
   * 月费的大写，照纸面 / The fee in capitals, as printed
   */
  fee_capitals?: string;
  /**
   * 套餐包含的数量 / Units included
   */
  included: number;
  /**
   * 超出部分的起点，照纸面；与 included 不同的，计费按各种理解 / Where the overage begins, as printed; where it differs from included, readings decide what is charged
   */
  overage_above?: number;
  /**
   * 超出部分的单价，元 / Price in yuan of a unit beyond those included
   */
  price: string | number;
  /**
   * 超出部分：charge 按单价收取（默认），stop 停止发送、不收费 / Beyond the included units: charged (default), or stopped and not charged
   */
  overage?: "charge" | "stop";
  free_periods?: FreePeriods;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  from?: string;
  /**
   * 只在这些月份收取 / Charged only in these months
   *
   * @minItems 1
   *
   * Items: 月 / Month
   */
  months?: number[];
  note?: Text1;
  /**
   * 条款不明时的各种理解；第一种用于总额，除非写了 prefer / Plausible readings; the first makes the total unless prefer says otherwise
   *
   * @minItems 2
   *
   * Items: 一种理解 / A reading
   */
  readings?: {
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    id: string;
    means: Text1;
    /**
     * 这种理解下改变的参数 / What differs under this reading
     */
    parameters: {
      counts?: Counts;
      /**
       * segment 按拆分条数，message 按发送次数 / Billing unit
       */
      unit?: "segment" | "message";
      /**
       * 套餐包含的数量 / Units included
       */
      included?: number;
      /**
       * 超出部分的单价，元 / Price in yuan of a unit beyond those included
       */
      price?: string | number;
      /**
       * 超出部分：charge 按单价收取（默认），stop 停止发送、不收费 / Beyond the included units: charged (default), or stopped and not charged
       */
      overage?: "charge" | "stop";
      /**
       * 套餐月费，元 / Monthly fee of the package, in yuan
       */
      fee?: string | number;
    };
  }[];
  prefer?: Prefer;
}
/**
 * 哪些短信计费 / Which messages count
 */
export interface Counts {
  /**
   * MT 下行，MO 上行，both 都计 / MT to the user, MO from the user, or both
   */
  direction: "MT" | "MO" | "both";
  /**
   * 计入的状态：delivered 成功，failed 失败，rejected 被拒 / Which statuses count
   *
   * @minItems 1
   */
  statuses: ("delivered" | "failed" | "rejected")[];
  /**
   * 未送达而因这些原因的不计，如 off 关机、ported 携号转网；没有记录原因的，计不计不明 / Causes of failure that do not count, such as off or ported; where no cause is recorded, nobody can tell
   *
   * @minItems 1
   */
  excluded?: string[];
}
/**
 * 选定的理解及理由 / The chosen reading and why
 */
export interface Prefer {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  reading: string;
  reason: Text1;
}
/**
 * 按条计费 / A price per unit
 */
export interface PerUnitCharge {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 计费方式 / Model
   */
  model: "per-unit";
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  service: string;
  /**
   * segment 按拆分条数，message 按发送次数 / Billing unit
   */
  unit: "segment" | "message";
  counts: Counts;
  /**
   * month 每自然月，once 一次，year 每合同年，term 整个合同期 / Charged per calendar month, once, per contract year or for the term
   */
  per: "month";
  /**
   * 每条的单价，元 / Price a unit, in yuan
   */
  price: string | number;
  /**
   * 免费月：由甲方选定，按 obligation 所指的义务提前通知 / Free months: chosen by the customer, notified as that obligation asks
   */
  free_months?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 几个月 / How many
     */
    count: number;
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    obligation: string;
  };
  free_periods?: FreePeriods;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  from?: string;
  /**
   * 只在这些月份收取 / Charged only in these months
   *
   * @minItems 1
   *
   * Items: 月 / Month
   */
  months?: number[];
  note?: Text1;
  /**
   * 条款不明时的各种理解；第一种用于总额，除非写了 prefer / Plausible readings; the first makes the total unless prefer says otherwise
   *
   * @minItems 2
   *
   * Items: 一种理解 / A reading
   */
  readings?: {
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    id: string;
    means: Text1;
    /**
     * 这种理解下改变的参数 / What differs under this reading
     */
    parameters: {
      /**
       * segment 按拆分条数，message 按发送次数 / Billing unit
       */
      unit?: "segment" | "message";
      counts?: Counts;
      /**
       * 每条的单价，元 / Price a unit, in yuan
       */
      price?: string | number;
    };
  }[];
  prefer?: Prefer;
}
/**
 * 按分钟计费 / A price per minute
 */
export interface PerMinuteCharge {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 计费方式 / Model
   */
  model: "per-minute";
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  service: string;
  counts: CallCounts;
  /**
   * month 每自然月，once 一次，year 每合同年，term 整个合同期 / Charged per calendar month, once, per contract year or for the term
   */
  per: "month";
  /**
   * 每分钟的单价，元 / Price a minute, in yuan
   */
  price: string | number;
  /**
   * 不足一分钟：call 每次通话进位，total 当月合计后进位 / A started minute counts for each call, or for the month's total
   */
  rounding: "call" | "total";
  free_periods?: FreePeriods;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  from?: string;
  /**
   * 只在这些月份收取 / Charged only in these months
   *
   * @minItems 1
   *
   * Items: 月 / Month
   */
  months?: number[];
  note?: Text1;
  /**
   * 条款不明时的各种理解；第一种用于总额，除非写了 prefer / Plausible readings; the first makes the total unless prefer says otherwise
   *
   * @minItems 2
   *
   * Items: 一种理解 / A reading
   */
  readings?: {
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    id: string;
    means: Text1;
    /**
     * 这种理解下改变的参数 / What differs under this reading
     */
    parameters: {
      counts?: CallCounts;
      /**
       * 每分钟的单价，元 / Price a minute, in yuan
       */
      price?: string | number;
      /**
       * 不足一分钟：call 每次通话进位，total 当月合计后进位 / A started minute counts for each call, or for the month's total
       */
      rounding?: "call" | "total";
    };
  }[];
  prefer?: Prefer;
}
/**
 * 哪些通话计费 / Which calls count
 */
export interface CallCounts {
  /**
   * out 呼出，in 呼入 / Outbound or inbound
   */
  direction: "out" | "in";
}
/**
 * 固定费用 / A fixed fee
 */
export interface FixedCharge {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 计费方式 / Model
   */
  model: "fixed";
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  service: string;
  /**
   * month 每自然月，once 一次，year 每合同年，term 整个合同期 / Charged per calendar month, once, per contract year or for the term
   */
  per: "month" | "once";
  /**
   * 费用，元 / The fee in yuan
   */
  fee: string | number;
  free_periods?: FreePeriods;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  from?: string;
  /**
   * 只在这些月份收取 / Charged only in these months
   *
   * @minItems 1
   *
   * Items: 月 / Month
   */
  months?: number[];
  note?: Text1;
  /**
   * 条款不明时的各种理解；第一种用于总额，除非写了 prefer / Plausible readings; the first makes the total unless prefer says otherwise
   *
   * @minItems 2
   *
   * Items: 一种理解 / A reading
   */
  readings?: {
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    id: string;
    means: Text1;
    /**
     * 这种理解下改变的参数 / What differs under this reading
     */
    parameters: {
      /**
       * month 每自然月，once 一次，year 每合同年，term 整个合同期 / Charged per calendar month, once, per contract year or for the term
       */
      per?: "month" | "once";
      /**
       * 费用，元 / The fee in yuan
       */
      fee?: string | number;
    };
  }[];
  prefer?: Prefer;
}
/**
 * 预付套餐：先付费，用完须另购 / Paid ahead; beyond the quota a top-up is bought
 */
export interface PrepaidCharge {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text1;
  /**
   * 计费方式 / Model
   */
  model: "prepaid";
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  service: string;
  /**
   * segment 按拆分条数，message 按发送次数 / Billing unit
   */
  unit: "segment" | "message";
  counts: Counts;
  /**
   * month 每自然月，once 一次，year 每合同年，term 整个合同期 / Charged per calendar month, once, per contract year or for the term
   */
  per: "year" | "term";
  /**
   * 预付的价款，元 / The price paid ahead, in yuan
   */
  fee: string | number;
  /**
   * 包含的数量 / Units included
   */
  included: number;
  /**
   * 用完后的另购（充值） / Top-ups once it is used up
   */
  top_up?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 每份另购的价款，元，或纸面留空（blank） / Price of a top-up in yuan, or blank
     */
    price: string | number | {blank: true; clause: string; note?: Text};
  };
  /**
   * 没有用完的部分怎样处理 / What becomes of unused units
   */
  unused?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * lost 作废，carried 结转，refunded 退费 / Lost, carried over, or refunded
     */
    becomes: "lost" | "carried" | "refunded";
  };
  free_periods?: FreePeriods;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  from?: string;
  /**
   * 只在这些月份收取 / Charged only in these months
   *
   * @minItems 1
   *
   * Items: 月 / Month
   */
  months?: number[];
  note?: Text1;
  /**
   * 条款不明时的各种理解；第一种用于总额，除非写了 prefer / Plausible readings; the first makes the total unless prefer says otherwise
   *
   * @minItems 2
   *
   * Items: 一种理解 / A reading
   */
  readings?: {
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    id: string;
    means: Text1;
    /**
     * 这种理解下改变的参数 / What differs under this reading
     */
    parameters: {
      /**
       * segment 按拆分条数，message 按发送次数 / Billing unit
       */
      unit?: "segment" | "message";
      counts?: Counts;
      /**
       * month 每自然月，once 一次，year 每合同年，term 整个合同期 / Charged per calendar month, once, per contract year or for the term
       */
      per?: "year" | "term";
      /**
       * 预付的价款，元 / The price paid ahead, in yuan
       */
      fee?: string | number;
      /**
       * 包含的数量 / Units included
       */
      included?: number;
    };
  }[];
  prefer?: Prefer;
}
/**
 * 对账与结算 / Reconciliation and settlement
 */
export interface Settlement {
  /**
   * 金额取整 / How amounts are rounded
   */
  rounding: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause?: string;
    /**
     * 小数位 / Decimals
     */
    digits: number;
    /**
     * line 每行取整 / Each line is rounded
     */
    where: "line";
    /**
     * half-up 四舍五入 / Half up
     */
    mode: "half-up";
    note?: Text1;
  };
  /**
   * 对账容差 / Tolerance of the reconciliation
   */
  tolerance?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 对账容差，百分数，只写数字：5 就是 5% / Tolerance in percent, the number only: 5 is 5%
     */
    percent: string | number;
    again: Limit;
  };
  /**
   * 超出容差的差异怎样结算：下一周期调整，最后一个周期多退少补 / How a difference beyond tolerance is settled: booked to the next period, and paid or refunded in the last
   */
  adjustment?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    note?: Text1;
  };
  /**
   * 逾期付款违约金 / Late fee
   */
  late_fee?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 每日千分之几，只写数字：3 就是每日 3‰ / Thousandths a day, the number only
     */
    permille_per_day: string | number;
    /**
     * 条款不明时的各种理解 / Plausible readings
     *
     * @minItems 2
     *
     * Items: 一种理解 / A reading
     */
    readings?: {
      /**
       * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
       */
      id: string;
      means: Text1;
      /**
       * 这种理解下的费率 / The rate under this reading
       */
      parameters: {
        /**
         * 每日千分之几，只写数字：3 就是每日 3‰ / Thousandths a day, the number only
         */
        permille_per_day: string | number;
      };
    }[];
    prefer?: Prefer;
    note?: Text1;
  };
  /**
   * 合同封顶金额 / The contract's cap
   */
  cap?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 封顶金额，元，或纸面留空（blank） / The cap in yuan, or blank on paper
     */
    amount: string | number | {blank: true; clause: string; note?: Text};
  };
  /**
   * 付款方式 / How it is paid
   */
  payment?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * postpaid 后付，prepaid 预付 / After or before use
     */
    mode: "postpaid" | "prepaid";
    /**
     * 付款周期 / How often
     */
    cycle: "month" | "quarter" | "half-year" | "year" | "once";
    note?: Text1;
  };
  /**
   * 纸面写明的总价 / A total that the paper prints
   */
  total?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 总价，元 / The total in yuan
     */
    amount: string | number;
    /**
     * 大写，照纸面 / In capitals, as printed
     */
    capitals?: string;
    /**
     * 价格表各行 / The rows of the price table
     *
     * @minItems 1
     *
     * Items: 一行 / A row
     */
    items?: {
      /**
       * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
       */
      clause: string;
      /**
       * 十进制数，按字面精确保存，如 0.05 / A decimal number, kept exactly as written, such as 0.05
       */
      quantity: string | number;
      /**
       * 十进制数，按字面精确保存，如 0.05 / A decimal number, kept exactly as written, such as 0.05
       */
      price: string | number;
      /**
       * 十进制数，按字面精确保存，如 0.05 / A decimal number, kept exactly as written, such as 0.05
       */
      amount: string | number;
    }[];
  };
  /**
   * 税 / Tax
   */
  tax?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 价格是否含税 / Whether prices include it
     */
    included: boolean;
    /**
     * 税率，只写数字：6 就是 6% / Rate of tax in percent, the number only
     */
    percent?: string | number;
  };
  /**
   * 发票 / Invoices
   */
  invoice?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * special 增值税专用发票，general 普通发票，unchosen 两种都印了而没有勾选，unstated 没有写 / VAT special or general invoice, none chosen, not stated
     */
    kind: "special" | "general" | "unchosen" | "unstated";
  };
  /**
   * 费用减免 / Credits
   *
   * @minItems 1
   *
   * Items: 一项减免：义务违约时，本期该项费用 × of ÷ to / A credit: where the obligation is broken, the charge of the period times of ÷ to
   */
  credits?: {
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    id: string;
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    title: Text1;
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    obligation: string;
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    charge: string;
    /**
     * 减免的是该项费用的几分之几：分子，该义务的一项事实，如失败数 / The part of the charge that is credited: its numerator, a fact of the obligation, such as what failed
     */
    of: string;
    /**
     * 分母，该义务的一项事实，如计入的条数 / Its denominator, a fact of the obligation, such as what was attempted
     */
    to: string;
  }[];
}
/**
 * 期限：hours 小时、days 日、months 月、workdays 工作日，只写一个 / A time limit in exactly one unit
 */
export interface Limit {
  /**
   * 小时，从触发的那一刻起算 / Hours from the moment of the trigger
   */
  hours?: number;
  /**
   * 日：当日不计，末日 24 时止，遇休息日顺延（民法典 201、203 条） / Days: the trigger day is not counted, the last day ends at 24:00 and rolls past rest days (Civil Code 201, 203)
   */
  days?: number;
  /**
   * 月：到对应日，没有则到月末（民法典 202 条） / Months: the corresponding day, else the month's last (Civil Code 202)
   */
  months?: number;
  /**
   * 工作日：国务院节假日安排，当日不计 / Working days by the State Council calendar, the trigger day not counted
   */
  workdays?: number;
}
/**
 * 通知与送达 / Notices and their delivery
 */
export interface Notices {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause?: string;
  note?: Text1;
  /**
   * 有效的书面方式 / Forms that count as written notice
   *
   * @minItems 1
   *
   * Items: 送达方式：hand 专人递送、fax 传真、courier 特快专递、registered 挂号信、email 邮件、phone 电话 / How a notice is sent
   */
  forms: ("hand" | "fax" | "courier" | "registered" | "email" | "phone")[];
  /**
   * 视为送达的日期 / When a notice is deemed delivered
   *
   * Items: 一种方式 / One form
   */
  delivery: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause?: string;
    /**
     * 送达方式：hand 专人递送、fax 传真、courier 特快专递、registered 挂号信、email 邮件、phone 电话 / How a notice is sent
     */
    method: "hand" | "fax" | "courier" | "registered" | "email" | "phone";
    /**
     * receipt 签收之时，sending 发出之时 / At receipt, or at sending
     */
    on: "receipt" | "sending";
    /**
     * 发出后第几日视为送达，按目的地 / The day after sending on which it counts, by destination
     */
    days?: {
      /**
       * 本市 / Same city
       */
      "same-city"?: number;
      /**
       * 国内其他地区 / Elsewhere in the mainland
       */
      domestic?: number;
      /**
       * 港澳台 / Hong Kong, Macao, Taiwan
       */
      "hk-mo-tw"?: number;
      /**
       * 境外 / Overseas
       */
      overseas?: number;
    };
  }[];
  /**
   * 须用特定方式的事项 / Topics that need certain forms
   *
   * @minItems 1
   *
   * Items: 一组事项 / A group
   */
  topics?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 事项 / Topics
     *
     * @minItems 1
     *
     * Items: 通知事项：事件类型，或 renewal-objection 不续约、cap-approaching 接近封顶、bill 账单、invoice 发票 / What a notice is about: an event type, or one of these
     */
    topics: (
      | "registration-change"
      | "account-change"
      | "address-change"
      | "system-upgrade"
      | "interface-change"
      | "tariff-change"
      | "force-majeure-start"
      | "force-majeure-end"
      | "breach-notice"
      | "breach-cured"
      | "breach-objected"
      | "violation-known"
      | "security-incident"
      | "service-outage-known"
      | "service-requested"
      | "service-opened"
      | "harassment-shutdown"
      | "service-resumed"
      | "port-rectified"
      | "termination"
      | "change-order"
      | "free-month-chosen"
      | "renewal-objection"
      | "cap-approaching"
      | "bill"
      | "invoice"
    )[];
    /**
     * 有效的书面方式 / Forms that count as written notice
     *
     * @minItems 1
     *
     * Items: 送达方式：hand 专人递送、fax 传真、courier 特快专递、registered 挂号信、email 邮件、phone 电话 / How a notice is sent
     */
    forms: ("hand" | "fax" | "courier" | "registered" | "email" | "phone")[];
  }[];
  /**
   * 因收件方原因未能送达的 / Not delivered through the receiver's fault
   */
  returned?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * sending 发出之时视为送达 / Deemed delivered at sending
     */
    on: "sending";
  };
  /**
   * 纸面给出了双方哪些方式的地址、号码 / For which forms the paper gives an address or number
   */
  reachable?: {
    /**
     * 这些方式写明了地址或号码 / Forms for which an address or number is given
     *
     * Items: 送达方式：hand 专人递送、fax 传真、courier 特快专递、registered 挂号信、email 邮件、phone 电话 / How a notice is sent
     */
    customer: ("hand" | "fax" | "courier" | "registered" | "email" | "phone")[];
    /**
     * 这些方式写明了地址或号码 / Forms for which an address or number is given
     *
     * Items: 送达方式：hand 专人递送、fax 传真、courier 特快专递、registered 挂号信、email 邮件、phone 电话 / How a notice is sent
     */
    carrier: ("hand" | "fax" | "courier" | "registered" | "email" | "phone")[];
  };
}
/**
 * 责任限制 / A limit of liability
 */
export interface Liability {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * customer 甲方，carrier 乙方 / customer or carrier
   */
  party: "customer" | "carrier";
  /**
   * 赔偿上限 / The cap
   */
  cap?: {
    /**
     * fees-paid 已付费用，fees-of-months 最近若干个月的费用 / Of the fees paid, or of the last months' fees
     */
    of: "fees-paid" | "fees-of-months";
    /**
     * 几个月 / How many months
     */
    months?: number;
    /**
     * 百分数，只写数字：5 就是 5% / A percentage, the number only: 5 is 5%
     */
    percent?: string | number;
  };
  /**
   * 不赔偿的：indirect 间接损失、profit 可得利益、goodwill 商誉、data 数据、third-party 第三方索赔 / What is not compensated
   */
  excludes?: ("indirect" | "profit" | "goodwill" | "data" | "third-party")[];
  /**
   * 限责不及于：intent 故意，gross-negligence 重大过失，injury 人身损害 / What the limit does not cover
   *
   * @minItems 1
   */
  except?: ("intent" | "gross-negligence" | "injury")[];
  note?: Text1;
}
/**
 * 不可抗力 / Force majeure
 */
export interface ForceMajeure {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  renegotiate_after?: Limit;
  rescind_after?: Limit;
  note?: Text1;
}
/**
 * 争议解决 / Disputes
 */
export interface Disputes {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * court 诉讼，arbitration 仲裁 / Court or arbitration
   */
  by: "court" | "arbitration";
  place: Text1;
  /**
   * 约定的是哪一方所在地 / Whose seat it is
   */
  seat_of?: "customer" | "carrier";
  note?: Text1;
}
/**
 * 一个附件 / An annex
 */
export interface Annex {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  ref: string;
  title: Text1;
  /**
   * 是否附上 / Whether it is attached
   */
  attached: boolean;
  /**
   * 须签署才生效的附件：是否已签署 / For an annex that takes effect by signature: whether it is signed
   */
  signed?: boolean;
  /**
   * 纸面别处给它的另一个编号 / Another number under which the paper names it
   *
   * @minItems 1
   *
   * Items: 一处 / One place
   */
  called?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    ref: string;
  }[];
  /**
   * 由哪一方单方制定和修改 / Which party makes and changes it alone
   */
  changed_by?: "customer" | "carrier";
  /**
   * true：与正文不一致的，以它为准 / True where it prevails over the body
   */
  prevails?: boolean;
  note?: Text1;
}
/**
 * 限时答复或修复：每一件，或平均 / Answer or repair within a time: each case, or the mean
 */
export interface RespondWithin {
  /**
   * 看哪些记录：complaints 投诉、faults 故障；有其一即可判断 / Which records hold the cases; one of them suffices
   *
   * @minItems 1
   */
  records: ("complaints" | "faults")[];
  /**
   * 只看这些类别；不写则看全部 / Only these categories; all when absent
   *
   * @minItems 1
   */
  categories?: ("gateway" | "general" | "line" | "other" | "spam" | "harassment" | "consent")[];
  /**
   * 从何时起算：received_at 收到（默认），transferred_at 转交 / Where the clock starts: when received (default) or transferred
   */
  from?: "received_at" | "transferred_at";
  /**
   * 以答复（replied_at）、解决或恢复（resolved_at）、转交对方（transferred_at）为完成 / Done when replied to, resolved or restored, or passed to the other side
   */
  until: "replied_at" | "resolved_at" | "transferred_at";
  /**
   * each 每件都不得超过，mean 各件平均不得超过 / Each case within the limit, or the mean of all
   */
  measure: "each" | "mean";
  limit: Limit;
  /**
   * 不计入的时间：travel 在途 / Time that does not count: travel
   */
  exclude?: "travel"[];
}
/**
 * 提前通知：按约定方式，在事件之前若干日送达 / Notice before an event, in an accepted form, counted from deemed delivery
 */
export interface AdvanceNotice {
  /**
   * 事件类型，同记录表 events.type / Event type, as in the events table
   */
  event:
    | "registration-change"
    | "account-change"
    | "address-change"
    | "system-upgrade"
    | "interface-change"
    | "tariff-change"
    | "force-majeure-start"
    | "force-majeure-end"
    | "breach-notice"
    | "breach-cured"
    | "breach-objected"
    | "violation-known"
    | "security-incident"
    | "service-outage-known"
    | "service-requested"
    | "service-opened"
    | "harassment-shutdown"
    | "service-resumed"
    | "port-rectified"
    | "termination"
    | "change-order"
    | "free-month-chosen";
  limit: Limit1;
  /**
   * at-least 至少提前这么久；within 在事件前这段时间之内 / At least that long before, or inside that time before
   */
  window: "at-least" | "within";
  /**
   * 接受的方式；不写则用通知条款的方式 / Accepted forms; those of the notice clause when absent
   *
   * @minItems 1
   *
   * Items: 送达方式：hand 专人递送、fax 传真、courier 特快专递、registered 挂号信、email 邮件、phone 电话 / How a notice is sent
   */
  forms?: ("hand" | "fax" | "courier" | "registered" | "email" | "phone")[];
}
/**
 * 提前多久：days 日或 workdays 工作日，事件当日不计，不顺延 / How long before: days or workdays; the day of the event is not counted, no rolling
 */
export interface Limit1 {
  /**
   * 日 / Days
   */
  days?: number;
  /**
   * 工作日 / Working days
   */
  workdays?: number;
}
/**
 * 事件发生后限时跟进：发出通知，或发生后续事件 / Something is to follow an event within a time: a notice, or another event
 */
export interface FollowUp {
  /**
   * 事件类型，同记录表 events.type / Event type, as in the events table
   */
  event:
    | "registration-change"
    | "account-change"
    | "address-change"
    | "system-upgrade"
    | "interface-change"
    | "tariff-change"
    | "force-majeure-start"
    | "force-majeure-end"
    | "breach-notice"
    | "breach-cured"
    | "breach-objected"
    | "violation-known"
    | "security-incident"
    | "service-outage-known"
    | "service-requested"
    | "service-opened"
    | "harassment-shutdown"
    | "service-resumed"
    | "port-rectified"
    | "termination"
    | "change-order"
    | "free-month-chosen";
  /**
   * customer 甲方，carrier 乙方 / customer or carrier
   */
  party?: "customer" | "carrier";
  /**
   * 以这些事件之一为完成 / Done by one of these events
   *
   * Items: 事件类型，同记录表 events.type / Event type, as in the events table
   */
  by_events: (
    | "registration-change"
    | "account-change"
    | "address-change"
    | "system-upgrade"
    | "interface-change"
    | "tariff-change"
    | "force-majeure-start"
    | "force-majeure-end"
    | "breach-notice"
    | "breach-cured"
    | "breach-objected"
    | "violation-known"
    | "security-incident"
    | "service-outage-known"
    | "service-requested"
    | "service-opened"
    | "harassment-shutdown"
    | "service-resumed"
    | "port-rectified"
    | "termination"
    | "change-order"
    | "free-month-chosen"
  )[];
  /**
   * 是否以通知为完成 / Whether a notice does it
   */
  by_notice: boolean;
  limit: Limit;
}
/**
 * 不愿续约的一方，须在期满前若干日提出 / Who does not want the renewal says so that long before the term ends
 */
export interface RenewalObjection {
  limit: Limit1;
}
/**
 * 账期结束后限时出账单（和发票） / Bill (and invoice) within a time of the settlement period's end
 */
export interface BillWithin {
  /**
   * 周期：month 月、quarter 季、half-year 半年、year 年 / Cycle
   */
  cycle: "month" | "quarter" | "half-year" | "year";
  /**
   * calendar 自然周期，contract 从合同起始日起算的周期 / Calendar periods, or periods counted from the contract's first day
   */
  basis: "calendar" | "contract";
  /**
   * 是否须同时送达发票 / Whether the invoice is due too
   */
  with_invoice: boolean;
  limit: Limit;
}
/**
 * 收到账单后限时确认或付款 / Confirm or pay a bill within a time of its receipt
 */
export interface SettleWithin {
  /**
   * 周期：month 月、quarter 季、half-year 半年、year 年 / Cycle
   */
  cycle: "month" | "quarter" | "half-year" | "year";
  /**
   * confirmations 对账确认，payments 足额付款 / By confirming, or by paying in full
   */
  by: "confirmations" | "payments";
  /**
   * 期限是否从账单和发票都收到时起算 / Whether the clock waits for the invoice too
   */
  with_invoice: boolean;
  /**
   * 期限，或纸面留空（blank） / A time limit, or blank on paper
   */
  limit: Limit | {blank: true; clause: string; note?: Text};
}
/**
 * 缴费周期结束前付清该周期的费用 / The cycle's charges are paid before the cycle ends
 */
export interface PaymentByCycleEnd {
  /**
   * 周期：month 月、quarter 季、half-year 半年、year 年 / Cycle
   */
  cycle: "month" | "quarter" | "half-year" | "year";
  /**
   * calendar 自然周期，contract 从合同起始日起算 / Calendar cycles, or counted from the contract's first day
   */
  basis: "calendar" | "contract";
}
/**
 * 一次性付款：自某日起限时付清 / One payment, due within a time of a day
 */
export interface PaymentOnce {
  /**
   * 十进制数，按字面精确保存，如 0.05 / A decimal number, kept exactly as written, such as 0.05
   */
  amount: string | number;
  /**
   * 日期，或纸面留空（blank） / A day, or blank on paper
   */
  from: string | {blank: true; clause: string; note?: Text};
  limit: Limit;
}
/**
 * 付款后限时开具发票 / Invoice within a time of the payment
 */
export interface InvoiceWithin {
  /**
   * payment 收到付款之后 / After the payment
   */
  after: "payment";
  limit: Limit;
}
/**
 * 变更单须于当月某日前提交，次月生效 / Change orders by a day of the month, effective the next month
 */
export interface ChangeOrder {
  /**
   * 当月几日前 / By which day of the month
   */
  by_day: number;
}
/**
 * 费用接近封顶时限时通知 / Notice when the charges near the cap
 */
export interface CapNotice {
  /**
   * 费用达到的金额，元，或纸面留空（blank） / The sum that charges reach, in yuan, or blank on paper
   */
  threshold: string | number | {blank: true; clause: string; note?: Text};
  limit: Limit;
}
/**
 * 每条下行短信都有签名，且签名长度合规 / Every MT message is signed, the signature within its limits
 */
export interface MessageSignature {
  /**
   * 中文签名的汉字数 / Han characters of a Chinese signature
   */
  han?: {
    /**
     * 最少 / At least
     */
    min: number;
    /**
     * 最多 / At most
     */
    max: number;
  };
  /**
   * 英文签名的字符数 / Characters of an English signature
   */
  english?: {
    /**
     * 最多 / At most
     */
    max: number;
  };
  /**
   * 签名须与合同写明的一致 / Must be the signature that the contract states
   */
  as_agreed?: boolean;
  /**
   * 须显示发送号码 / The sender's number must be shown
   */
  sender_number?: boolean;
}
/**
 * 短信内容的格式要求 / What a message must and must not contain
 */
export interface MessageContent {
  /**
   * 只看这些类别；不写则看全部 / Only these categories; all when absent
   *
   * @minItems 1
   *
   * Items: 短信类别：verification 验证码、notice 通知、management 管理、commercial 商业、member 会员 / Category of messages
   */
  categories?: ("verification" | "notice" | "management" | "commercial" | "member")[];
  /**
   * 末尾须是其中之一 / Must end with one of these
   *
   * @minItems 1
   *
   * Items: 结尾 / An ending
   */
  endings?: string[];
  /**
   * 不得出现的符号 / Symbols that must not occur
   *
   * @minItems 1
   *
   * Items: 符号 / A symbol
   */
  symbols?: string[];
  /**
   * 不得出现的词 / Words that must not occur
   *
   * @minItems 1
   *
   * Items: 词 / A word
   */
  words?: string[];
}
/**
 * 只在每天的这段时间内发送 / Sent only inside these hours of the day
 */
export interface SendingWindow {
  /**
   * 一天中的时刻，如 08:00；请加引号 / Time of day, such as "08:00"; put it in quotes
   */
  from: string;
  /**
   * 一天中的时刻，如 08:00；请加引号 / Time of day, such as "08:00"; put it in quotes
   */
  to: string;
  /**
   * 只看这些类别；不写则看全部 / Only these categories; all when absent
   *
   * @minItems 1
   *
   * Items: 短信类别：verification 验证码、notice 通知、management 管理、commercial 商业、member 会员 / Category of messages
   */
  categories?: ("verification" | "notice" | "management" | "commercial" | "member")[];
}
/**
 * 下行短信的接收人须符合名单 / Recipients of MT messages against the lists
 */
export interface RecipientLists {
  require: Require;
  forbid: Forbid;
  /**
   * 只看这些类别；不写则看全部 / Only these categories; all when absent
   *
   * @minItems 1
   *
   * Items: 短信类别：verification 验证码、notice 通知、management 管理、commercial 商业、member 会员 / Category of messages
   */
  categories?: ("verification" | "notice" | "management" | "commercial" | "member")[];
  /**
   * 人工确认的有效月数；不写则一直有效，除非记录写明有效期 / How many months an attestation holds; absent: until the record says
   */
  every_months?: number;
}
/**
 * 同一端口只发一类短信 / One class of message a port
 */
export interface PortClasses {
  /**
   * 各类短信 / The classes
   *
   * @minItems 2
   */
  classes: ("verification" | "notice" | "management" | "commercial" | "member")[][];
}
/**
 * 用量到了就停止发送 / Sending stops at a quota
 */
export interface QuotaStop {
  /**
   * 数量 / Quota
   */
  quota: number;
  /**
   * segment 按拆分条数，message 按发送次数 / Billing unit
   */
  unit: "segment" | "message";
  /**
   * month 每自然月 / Per calendar month
   */
  per: "month";
}
/**
 * 只用本服务的号码外呼 / Outbound calls only from the service's numbers
 */
export interface CallerNumbers {}
/**
 * 每天呼叫次数 / Calls a day
 */
export interface CallFrequency {
  /**
   * caller 每个主叫号码，callee 所有号码对同一被叫 / Each calling number, or all numbers to one callee
   */
  by: "caller" | "callee";
  /**
   * 每天至多几次 / At most so many a day
   */
  per_day: number;
}
/**
 * 休息时段不外呼 / No outbound calls in rest hours
 */
export interface CallHours {
  /**
   * 休息时段，或纸面没有写（blank） / Rest hours, or not stated on paper
   */
  rest: {from: string; to: string} | {blank: true; clause: string; note?: Text};
  /**
   * 不受限制的通话 / Calls that are exempt
   *
   * Items: callback 即时回访 / An immediate callback
   */
  exempt?: "callback"[];
}
/**
 * 外呼的被叫须符合名单 / Callees of outbound calls against the lists
 */
export interface CallLists {
  /**
   * 哪些用途的通话 / Calls of these purposes
   *
   * @minItems 1
   *
   * Items: callback 回访、service 服务、marketing 营销 / Purpose
   */
  purposes: ("callback" | "service" | "marketing")[];
  require: Require;
  forbid: Forbid;
  /**
   * 人工确认的有效月数；不写则一直有效，除非记录写明有效期 / How many months an attestation holds; absent: until the record says
   */
  every_months?: number;
}
/**
 * 因骚扰投诉立即关停，一段时间没有新投诉方可恢复 / Shut at once on a harassment complaint, resumed after a time without a new one
 */
export interface HarassmentShutdown {
  shut_within: Limit2;
  resume_after: Limit;
}
/**
 * 期限：hours 小时、days 日、months 月、workdays 工作日，只写一个 / A time limit in exactly one unit
 */
export interface Limit2 {
  /**
   * 小时，从触发的那一刻起算 / Hours from the moment of the trigger
   */
  hours?: number;
  /**
   * 日：当日不计，末日 24 时止，遇休息日顺延（民法典 201、203 条） / Days: the trigger day is not counted, the last day ends at 24:00 and rolls past rest days (Civil Code 201, 203)
   */
  days?: number;
  /**
   * 月：到对应日，没有则到月末（民法典 202 条） / Months: the corresponding day, else the month's last (Civil Code 202)
   */
  months?: number;
  /**
   * 工作日：国务院节假日安排，当日不计 / Working days by the State Council calendar, the trigger day not counted
   */
  workdays?: number;
}
/**
 * 成功率和投诉指标 / Success rate and complaints
 */
export interface ServiceLevel {
  /**
   * 百分数，只写数字：5 就是 5% / A percentage, the number only: 5 is 5%
   */
  success_percent: string | number;
  /**
   * 至多几起投诉 / At most so many complaints
   */
  complaints_max: number;
  /**
   * 连续几个月 / In so many consecutive months
   */
  window_months: number;
  /**
   * either 达到其一，both 都要达到 / One of the two suffices, or both are needed
   */
  require: "either" | "both";
  /**
   * 不计入的失败原因 / Causes of failure that do not count
   *
   * Items: 失败原因，同记录表 messages.failure_reason / As in the messages table
   */
  excluded: ("off" | "intercepted" | "out-of-area" | "suspended" | "arrears" | "ported" | "customer-platform")[];
}
/**
 * 一段时间内的投诉数 / Complaints in a time
 */
export interface ComplaintLimit {
  /**
   * 至多几起 / At most so many
   */
  max: number;
  /**
   * month 每自然月 / Per calendar month
   */
  per: "month";
  /**
   * 只看这些渠道；不写则看全部 / Only these channels; all when absent
   *
   * @minItems 1
   *
   * Items: 投诉渠道 / Channel
   */
  channels?: ("user" | "carrier" | "regulator" | "12321")[];
}
/**
 * 按投诉量对端口限速、暂停和恢复 / Ports are slowed, suspended and restored by complaint counts
 */
export interface PortGovernance {
  /**
   * 名单方式：white 白名单，black 黑名单，mixed 同时使用 / How the port is managed
   */
  list_mode: "white" | "black" | "mixed";
  /**
   * 当天几起即限速 / Complaints in one day that limit the rate
   */
  day_complaints: number;
  /**
   * 限速到原速率的百分之几 / Limited rate in percent
   */
  limited_percent: number;
  /**
   * 再次出现时每秒几条 / Messages a second once slowed
   */
  slow_per_second: number;
  /**
   * 一周超过几件即暂停 / More than so many in a week suspend
   */
  week_complaints: number;
  /**
   * 一周：rolling 连续七日，calendar 自然周 / What a week is
   */
  week: "rolling" | "calendar";
  /**
   * 恢复期内不超过几起 / At most so many for recovery
   */
  calm_complaints: number;
  /**
   * 限速后连续几日 / Days from limited to normal
   */
  limited_recovery_days: number;
  /**
   * 降至最低速后连续几日 / Days from slow to limited
   */
  slow_recovery_days: number;
  /**
   * 其后再连续几日 / Then so many days to normal
   */
  after_slow_recovery_days: number;
  /**
   * 至少暂停几日 / Suspended at least so many days
   */
  suspended_days: number;
  /**
   * 恢复一半速率后连续几日 / Days from half rate to normal
   */
  halved_recovery_days: number;
}
/**
 * 违约行为分级及处理 / Breaches by grade and what follows
 */
export interface BreachGrades {
  /**
   * 各行 / The rows
   *
   * @minItems 1
   *
   * Items: 一行 / A row
   */
  rows: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * general 一般，serious 严重，major 重大 / Grade
     */
    grade: "general" | "serious" | "major";
    /**
     * general 一般，serious 严重，major 重大 / Grade
     */
    up_to_grade?: "general" | "serious" | "major";
    gist: Text1;
    /**
     * complaints 投诉数，obligation 另一项义务的违约，repetition 较轻违约的重复，attestation 人工确认 / What shows it
     */
    shown_by: "complaints" | "obligation" | "repetition" | "attestation";
    /**
     * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
     */
    obligation?: string;
    /**
     * 投诉类别 / Category of complaints
     */
    category?: "gateway" | "other" | "spam" | "harassment" | "consent";
    /**
     * 多于 / More than
     */
    over?: number;
    /**
     * 至多 / At most
     */
    up_to?: number;
    /**
     * 由哪个等级的违约大量或连续发生而加重 / The grade whose breaches, in mass or repeatedly, are raised to this
     */
    raised_from?: "general" | "serious" | "major";
    /**
     * 该等级的违约达到几次即加重；纸面没有写次数的不填，由人认定 / How many of them raise it; left out where the paper gives no number, and people find it
     */
    times?: number;
  }[];
}
/**
 * 资料的保存期 / How long something is kept
 */
export interface Retention {
  what: Text1;
  /**
   * 月数 / Months
   */
  months: number;
  /**
   * 产生当月是否计入 / Whether the month in which it arises counts
   */
  first_month_counts: boolean;
  /**
   * 人工确认的有效月数；不写则一直有效，除非记录写明有效期 / How many months an attestation holds; absent: until the record says
   */
  every_months?: number;
}
/**
 * 只有人能确认的义务：由有职责的人签字确认，记入 attestations / A duty that only a person can confirm, by a dated attestation record
 */
export interface Attestation {
  /**
   * 由哪一方的人确认 / Whose person attests
   */
  role: "customer" | "carrier" | "both";
  /**
   * 确认的有效月数；不写则一直有效，除非记录写明有效期 / How many months an attestation holds; absent: until the record says
   */
  every_months?: number;
}
/**
 * 补充协议、变更单：自某日起改变约定 / A supplementary agreement or change order: changes the terms from a day on
 */
export interface Amendment {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  title: Text1;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  signed?: string;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  effective?: string;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  submitted?: string;
  /**
   * 被替代的条款 / Clauses that it replaces
   *
   * @minItems 1
   *
   * Items: 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  replaces?: string[];
  /**
   * 改变的约定，写法同合同，只写改变的键；费用、服务、义务按编号写 / What changes, written as in the contract, changed keys only; charges, services and obligations by id
   */
  changes: {
    /**
     * 费用 / Charges
     */
    charges?: {
      [k: string]: {} | null;
    };
    /**
     * 服务 / Services
     */
    services?: {
      [k: string]: {} | null;
    };
    /**
     * 义务 / Obligations
     */
    obligations?: {
      [k: string]: {} | null;
    };
    /**
     * 对账与结算 / Settlement
     */
    settlement?: {};
    /**
     * 通知 / Notices
     */
    notices?: {};
    /**
     * 有效期 / Term
     */
    term?: {};
  };
  note?: Text1;
}
/**
 * 豁免：某项义务在一段时间内不追究 / A waiver: an obligation is not held against its bearer for a time
 */
export interface Waiver {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  obligation: string;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  from: string;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  to: string;
  reason: Text1;
  role: Text1;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  expires: string;
}
/**
 * 略去：审查发现的缺陷或校验的警告，已知悉并接受，到期之前不再列出；校验的错误不能略去 / A suppression: a finding of review, or a warning of validation, that is known and accepted is not listed until a day; errors of validation cannot be suppressed
 */
export interface Suppression {
  /**
   * 问题的代码，如方括号中所示 / Code of the problem, as shown in brackets
   */
  code: string;
  /**
   * 问题所在的位置，列表中的项写编号、条款号或序号，如 /obligations/user-complaints/parameters；该位置之下的也一并略去 / Where the problem stands; items of lists by id, clause or index. What lies below is suppressed too
   */
  pointer: string;
  reason: Text2;
  /**
   * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
   */
  expires: string;
}
/**
 * 中英文文字 / Text in Chinese and English
 */
export interface Text2 {
  /**
   * 中文 / Chinese
   */
  zh: string;
  /**
   * 英文 / English
   */
  en: string;
}
/**
 * 缺少该写的内容 / Something is not said that must be
 */
export interface Lacks {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 缺陷的种类 / Kind of flaw
   */
  kind: "lacks";
  /**
   * time 期限，measure 数量或标准，definition 定义，choice 选项未勾，price 价格，text 文字残缺，document 所引文件未附，actor 由谁 / What is lacking: a time, a measure, a definition, a choice, a price, some text, a document, who acts
   */
  of: "time" | "measure" | "definition" | "choice" | "price" | "text" | "document" | "actor";
  what: Text1;
}
/**
 * 引错条款或附件 / A reference to the wrong clause or annex
 */
export interface WrongReference {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 缺陷的种类 / Kind of flaw
   */
  kind: "reference";
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  cites: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  meant?: string;
}
/**
 * 误印、漏印 / A misprint
 */
export interface Misprint {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 缺陷的种类 / Kind of flaw
   */
  kind: "misprint";
  /**
   * 照纸面 / As printed
   */
  printed: string;
  /**
   * 应为 / What was meant
   */
  meant: string;
  /**
   * true：照字面会改变意思 / True where the letter changes the meaning
   */
  material?: boolean;
}
/**
 * 引用的法规名称或条号不对 / A law cited under a wrong name or number
 */
export interface WrongLaw {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 缺陷的种类 / Kind of flaw
   */
  kind: "law";
  /**
   * 照纸面 / As printed
   */
  cites: string;
  /**
   * 现行的名称或条号 / Its present name or number
   */
  now: string;
}
/**
 * 与别的条款相左 / At odds with other clauses
 */
export interface Conflict {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 缺陷的种类 / Kind of flaw
   */
  kind: "conflict";
  /**
   * 相左的条款；同一条内自相矛盾的写本条 / The other clauses; its own where it contradicts itself
   *
   * @minItems 1
   *
   * Items: 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  with: string[];
  over: Text1;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  settled?: string;
}
/**
 * 像是范本或别的合同的文字 / Words that seem to come from another contract
 */
export interface Foreign {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 缺陷的种类 / Kind of flaw
   */
  kind: "foreign";
  what: Text1;
}
/**
 * 一方可单方决定或变更 / What one party may decide or change alone
 */
export interface Unilateral {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  /**
   * 缺陷的种类 / Kind of flaw
   */
  kind: "unilateral";
  /**
   * customer 甲方，carrier 乙方 / customer or carrier
   */
  party: "customer" | "carrier";
  what: Text1;
}
/**
 * 一条 / One clause
 */
export interface Clause {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、二(一)9、附2.6、7.3#22；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  ref: string;
  /**
   * 页码 / Page
   */
  page?: number;
  gist: Text1;
  /**
   * 怎样对待：obligation 义务、charge 费用、term 约定、party 当事人、definition 定义、procedure 程序、liability 责任、attestation 人工确认、recital 说明 / How it is treated
   */
  treatment:
    "obligation" | "charge" | "term" | "party" | "definition" | "procedure" | "liability" | "attestation" | "recital";
  /**
   * 由什么实现：义务、费用、服务的编号，或约定的位置，如 settlement.tolerance / What realises it: ids of obligations, charges or services, or a place such as settlement.tolerance
   *
   * @minItems 1
   */
  by?: string[];
  note?: Text1;
}
