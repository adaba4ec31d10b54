import { main } from '../../src/commands/main.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, as the shell would see it. */
export async function run(...argv: string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    terminal: false,
  };
  const code = await main(argv, io);
  return { code, out, err };
}

/** The result as a golden file shows it. */
export const shown = ({ code, out, err }: Ran): string =>
  [`exit ${code}`, '--- stdout', out.trimEnd(), '--- stderr', err.trimEnd(), ''].join('\n');
