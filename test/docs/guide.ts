import { readFileSync, writeFileSync } from 'node:fs';
import { main } from '../../src/commands/main.ts';

export interface Played {
  commands: string[];
  /** What the guide says is printed; undefined where it shows nothing. */
  shown: string | undefined;
  /** What was printed, of all commands together, in the order in which a terminal shows it. */
  printed: string;
  codes: number[];
}

/** The words of a command line as a shell would part them; the guide's need no quotes. */
const words = (line: string) => line.trim().split(/\s+/);

/** Follows a guide in the present folder: runs its runnable commands and makes the changes that it shows, in order. */
export async function follow(guide: string): Promise<Played[]> {
  const blocks = [...guide.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({ info, text }));
  const played: Played[] = [];
  for (const [i, { info, text }] of blocks.entries()) {
    if (info.startsWith('diff ')) change(info.slice('diff '.length), text);
    if (info !== 'sh run') continue;
    const commands = text.trim().split('\n');
    const one: Played = {
      commands,
      shown: blocks[i + 1]?.info === 'text' ? blocks[i + 1]?.text : undefined,
      printed: '',
      codes: [],
    };
    const print = (text: string) => {
      one.printed += text;
    };
    for (const command of commands) {
      const [npx, lvyue, ...args] = words(command);
      if (npx !== 'npx' || lvyue !== 'lvyue') throw new Error(`not a command of ours: ${command}`);
      one.codes.push(await main(args, { out: print, err: print, terminal: false }));
    }
    played.push(one);
  }
  return played;
}

/** Makes the changes of a diff block, parted by empty lines; the old lines, which may begin or end within one, must stand in the file once. */
function change(file: string, diff: string): void {
  let text = readFileSync(file, 'utf8');
  for (const hunk of diff.trimEnd().split('\n\n')) {
    const side = (sign: string) =>
      hunk
        .split('\n')
        .filter((line) => line[0] === sign)
        .map((line) => line.slice(1))
        .join('\n');
    const [before, after] = [side('-'), side('+')];
    if (text.split(before).length !== 2) throw new Error(`${file} does not have this once:\n${before}`);
    text = text.replace(after === '' ? `${before}\n` : before, () => after);
  }
  writeFileSync(file, text);
}

/** True where what was printed is what is shown; a line `……` stands for any lines. */
export function fits(shown: string, printed: string): boolean {
  const parts = shown
    .trim()
    .split(/^……$/m)
    .map((part) => part.trim());
  const pattern = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[\\s\\S]*?');
  return new RegExp(`^${pattern}$`).test(printed.trim());
}
