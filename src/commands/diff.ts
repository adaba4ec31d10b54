import { diff } from '../diff/diff.ts';
import { loadDiffRules } from '../diff/rules.ts';
import { readSides } from '../diff/side.ts';
import { diffFormats } from '../format/diff/index.ts';
import { type CommandSpec, flags, langOf, text } from './command.ts';
import { output } from './output.ts';

export const command: CommandSpec = {
  name: 'diff',
  args: ['<before>', '<after>'],
  flags: [
    { syntax: '--on <day>' },
    { syntax: '--format <format>', choices: Object.keys(diffFormats), default: 'pretty' },
    flags.out,
    flags.lang,
  ],
  async run([one = '', other = ''], options, io) {
    const [before, after] = readSides(one, other, text(options, 'on'));
    const rules = loadDiffRules();
    const changes = diff(before.contract, after.contract, rules);
    const format = diffFormats[options.format as keyof typeof diffFormats];
    output(format({ before, after, changes, rules }, langOf(options)), options, io);
    return changes.some(({ meaning }) => meaning.legal) ? 1 : 0;
  },
};
