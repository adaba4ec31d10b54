/** Generated from schemas/contract.schema.json by `npm run types`. Do not edit. */

/**
 * 一项义务 / An obligation
 */
export type Obligation = {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text;
  /**
   * 谁承担：customer 甲方，carrier 乙方，both 双方 / Who bears it
   */
  bearer: "customer" | "carrier" | "both";
  kind: Kind;
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
    means: Text;
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
     * cure 改正、suspend 暂停、rescind 解除、late-fee 违约金、damages 赔偿、advice 改进建议 / Kind of remedy
     */
    kind: "cure" | "suspend" | "rescind" | "late-fee" | "damages" | "advice";
    /**
     * 谁承担：customer 甲方，carrier 乙方，both 双方 / Who bears it
     */
    party: "customer" | "carrier" | "both";
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    text: Text;
  }[];
} & Obligation1;
/**
 * 义务的种类，决定怎样判断；每种一个规则文件 rules/obligations/<kind>.yaml / The kind decides how it is judged
 */
export type Kind =
  | "respond-within"
  | "advance-notice"
  | "message-signature"
  | "bill-within"
  | "settle-within"
  | "attestation"
  | "follow-up"
  | "recipient-lists"
  | "change-order"
  | "cap-notice"
  | "port-governance";
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
      kind: "message-signature";
      parameters?: MessageSignature;
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
      kind: "attestation";
      parameters?: Attestation;
    }
  | {
      kind: "follow-up";
      parameters?: FollowUp;
    }
  | {
      kind: "recipient-lists";
      parameters?: RecipientLists;
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
      kind: "port-governance";
      parameters?: PortGovernance;
    };

/**
 * 一份服务合同 / A service contract
 */
export interface Contract {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  title: Text;
  /**
   * 合同编号，照纸面 / The contract's number as printed
   */
  number: string;
  /**
   * 双方；不写自然人姓名和电话 / The parties; no natural person's name or number
   */
  parties: {
    customer: Organisation;
    carrier: Organisation;
  };
  /**
   * 各方签署日期 / The day each party signed
   */
  signed?: {
    /**
     * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
     */
    customer?: string;
    /**
     * 日期，北京时间，如 2024-03-06 / A day in Beijing, such as 2024-03-06
     */
    carrier?: string;
  };
  /**
   * 有效期 / The term
   */
  term: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
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
    note?: Text;
  };
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
   * 义务 / Obligations
   *
   * @minItems 1
   */
  obligations: Obligation[];
  /**
   * 条款登记：纸面上的每一条，及机器怎样对待它 / Clause register: every clause of the paper and how it is treated
   */
  clauses?: Clause[];
}
/**
 * 中英文文字 / Text in Chinese and English
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
 * 单位 / An organisation
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
}
/**
 * 一项服务 / A service
 */
export interface Service {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * sms 短信 / Short messages
   */
  kind: "sms";
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text;
  /**
   * 名单方式：white 白名单，black 黑名单，mixed 同时使用 / How the port is managed
   */
  list_mode: "white" | "black" | "mixed";
  /**
   * 文字，或纸面留空（blank） / A text, or blank on paper
   */
  signature: string | {blank: true; clause: string; note?: Text};
  /**
   * 怎样拆分计条 / How a message is cut into segments
   */
  segments: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 每条字数 / Characters a segment
     */
    size: number;
    /**
     * 签名的【】占几个字 / Characters that the signature's brackets take
     */
    brackets: number;
    /**
     * 合同允许的最长签名字数；没有签名记录时用来估计条数的上限 / The longest signature the contract allows; bounds the count where no signature is recorded
     */
    longest_signature: number;
  };
}
/**
 * 一项费用 / A charge
 */
export interface Charge {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  id: string;
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
  title: Text;
  /**
   * package 套餐：月费含量，超出按条 / A fee with included units, then a price per unit
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
   * 计费周期：自然月 / Charged per calendar month
   */
  per: "month";
  /**
   * 十进制数，按字面精确保存，如 0.05 / A decimal number, kept exactly as written, such as 0.05
   */
  fee: string | number;
  /**
   * 套餐包含的数量 / Units included
   */
  included: number;
  /**
   * 十进制数，按字面精确保存，如 0.05 / A decimal number, kept exactly as written, such as 0.05
   */
  price: string | number;
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
    means: Text;
    /**
     * 这种理解下改变的参数 / What differs under this reading
     */
    parameters: {
      counts?: Counts;
      /**
       * 计费单位 / Billing unit
       */
      unit?: "segment" | "message";
      /**
       * 包含数量 / Units included
       */
      included?: number;
      /**
       * 十进制数，按字面精确保存，如 0.05 / A decimal number, kept exactly as written, such as 0.05
       */
      price?: string | number;
    };
  }[];
  prefer?: Prefer;
}
/**
 * 哪些短信计费 / Which messages count
 */
export interface Counts {
  /**
   * MT 下行，MO 上行 / MT to the user, MO from the user
   */
  direction: "MT" | "MO";
  /**
   * 计入的状态：delivered 成功，failed 失败，rejected 被拒 / Which statuses count
   *
   * @minItems 1
   */
  statuses: ("delivered" | "failed" | "rejected")[];
}
/**
 * 选定的理解及理由 / The chosen reading and why
 */
export interface Prefer {
  /**
   * 编号：小写字母、数字和连字符 / Identifier: lower-case letters, digits and hyphens
   */
  reading: string;
  reason: Text;
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
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
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
    note?: Text;
  };
  /**
   * 对账容差 / Tolerance of the reconciliation
   */
  tolerance?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 百分数，只写数字：5 就是 5% / A percentage, the number only: 5 is 5%
     */
    percent: string | number;
    again: Limit;
  };
  /**
   * 逾期付款违约金 / Late fee
   */
  late_fee?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 千分数，只写数字：3 就是 3‰ / A rate in thousandths, the number only: 3 is 3‰
     */
    permille_per_day: string | number;
  };
  /**
   * 合同封顶金额 / The contract's cap
   */
  cap?: {
    /**
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
    /**
     * 金额，或纸面留空（blank） / An amount, or blank on paper
     */
    amount: string | number | {blank: true; clause: string; note?: Text};
  };
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
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  clause: string;
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
     * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
     */
    clause: string;
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
   * 以答复（replied_at）还是解决、恢复（resolved_at）为完成 / Done when replied to, or when resolved or restored
   */
  until: "replied_at" | "resolved_at";
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
  /**
   * 提前多久：days 日或 workdays 工作日，事件当日不计，不顺延 / How long before: days or workdays; the day of the event is not counted, no rolling
   */
  limit: {
    /**
     * 日 / Days
     */
    days?: number;
    /**
     * 工作日 / Working days
     */
    workdays?: number;
  };
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
 * 每条下行短信都有签名，且签名长度合规 / Every MT message is signed, the signature within its limits
 */
export interface MessageSignature {
  /**
   * 中文签名的汉字数 / Han characters of a Chinese signature
   */
  han: {
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
  english: {
    /**
     * 最多 / At most
     */
    max: number;
  };
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
  limit: Limit;
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
 * 下行短信的接收人须符合名单 / Recipients of MT messages against the lists
 */
export interface RecipientLists {
  /**
   * 须在这些名单之一 / Must be on one of these lists
   */
  require: ("white" | "consent")[];
  /**
   * 不得在这些名单上 / Must be on none of these lists
   */
  forbid: ("black" | "optout")[];
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
   * 金额，或纸面留空（blank） / An amount, or blank on paper
   */
  threshold: string | number | {blank: true; clause: string; note?: Text};
  limit: Limit;
}
/**
 * 按投诉量对端口限速、暂停和恢复 / Ports are slowed, suspended and restored by complaint counts
 */
export interface PortGovernance {
  /**
   * 名单方式 / How the port is managed
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
 * 一条 / One clause
 */
export interface Clause {
  /**
   * 条款号，照纸面书写，半角括号，如 3.13、5.1(1)、附2.6；请加引号 / Clause reference as printed, half-width brackets; put it in quotes
   */
  ref: string;
  /**
   * 页码 / Page
   */
  page?: number;
  gist: Text;
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
  note?: Text;
}
