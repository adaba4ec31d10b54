/** The front door of the library. */
export { bill } from './billing/bill.ts';
export { assess } from './billing/claims.ts';
export type { Statement } from './billing/statement.ts';
export { loadContract } from './contract/load.ts';
export type { Contract } from './contract/schema.generated.ts';
export { validate } from './contract/validate.ts';
export { say } from './locale/index.ts';
export { type Problem, Stop } from './problem.ts';
export { openRecords, type Records } from './records/open.ts';
export { loadReviewRules } from './review/load.ts';
export { review } from './review/review.ts';
export { check } from './rules/check.ts';
export type { CheckResult, Finding } from './rules/finding.ts';
export { loadRules } from './rules/load.ts';
export { loadCalendar } from './time/calendar.ts';
export { parsePeriod, periodFromTo } from './time/period.ts';
export { readYaml } from './yaml/read.ts';
