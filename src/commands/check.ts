import { assess } from '../billing/claims.ts';
import { checkJson, checkPretty } from '../format/check.ts';
import { tellPretty } from '../format/problems/index.ts';
import type { Scan } from '../rules/scan.ts';
import { type CommandSpec, flags, inputFlags, langOf } from './command.ts';
import { expiredWaivers, outsideTerm, withInputs } from './inputs.ts';
import { output } from './output.ts';

const formats = { pretty: checkPretty, json: checkJson };

/** Verdicts that make the exit code 1. */
const wrong = ['breached'] as const;

export const command: CommandSpec = {
  name: 'check',
  args: ['<contract>'],
  flags: [
    ...inputFlags,
    { syntax: '--format <format>', choices: Object.keys(formats), default: 'pretty' },
    flags.quarantine,
    { syntax: '--trace' },
    flags.unmask,
    flags.out,
    flags.lang,
  ],
  run: ([contract = ''], options, io) =>
    withInputs(contract, options, io, async (inputs) => {
      const lang = langOf(options);
      const outside = outsideTerm(inputs.loaded.contract, inputs.period);
      if (outside.length > 0) io.err(`${tellPretty(outside, lang)}\n`);
      const scans: Scan[] = [];
      const result = await assess(inputs, options.trace ? { trace: (scan) => scans.push(scan) } : {});
      if (options.trace) io.err(traced(scans));
      const told = expiredWaivers(result.waivers, inputs.loaded);
      if (told.length > 0) io.err(`${tellPretty(told, lang)}\n`);
      const format = formats[options.format as keyof typeof formats];
      output(format(result, { lang, unmask: options.unmask === true }), options, io);
      return wrong.some((verdict) => result.summary[verdict]) ? 1 : 0;
    }),
};

/** The statements as SQL that can be run again, and how often each relation was read. */
function traced(scans: readonly Scan[]): string {
  const text = scans.map(({ relation, cases, sql }, i) => `-- ${i + 1}. ${relation}: ${cases}\n${sql};\n\n`).join('');
  const names = [...new Set(scans.map(({ relation }) => relation))];
  const times = names.map((name) => `${name} ${scans.filter(({ relation }) => relation === name).length}`);
  return `${text}-- ${scans.length}: ${times.join(', ')}\n`;
}
