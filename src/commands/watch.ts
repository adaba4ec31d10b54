import { watch } from 'node:fs';
import { dirname } from 'node:path';
import { contractFile, contractsHere, isFolder } from '../contract/find.ts';
import { Stop } from '../problem.ts';
import { type Io, langOf, type Options } from './command.ts';

/** Editors write in several steps: so long after the last of them work begins anew. Milliseconds. */
const settle = 150;

/**
 * Does the work, and again whenever a YAML file below the paths changes, until the program is stopped. What stops the
 * work once is told, and waited out: a file that is being renamed is back in a moment.
 */
export async function watching(
  paths: readonly string[],
  run: () => Promise<number>,
  options: Options,
  io: Io,
): Promise<number> {
  const places = (paths.length > 0 ? paths : [contractsHere()]).map((path) =>
    isFolder(path) ? path : dirname(contractFile(path)),
  );
  let code = await run();
  const waits =
    langOf(options) === 'zh' ? '正在等待文件改动，按 Ctrl+C 结束。\n' : 'Waiting for changes; Ctrl+C ends.\n';
  io.err(waits);
  await new Promise<void>((end, fail) => {
    let timer: NodeJS.Timeout | undefined;
    const again = async () => {
      try {
        code = await run();
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        const { tellPretty } = await import('../format/problems/index.ts');
        io.err(`${tellPretty(error.problems, langOf(options))}\n`);
      }
      io.err(waits);
    };
    const changed = (_: string, name: string | null) => {
      if (name !== null && !/\.ya?ml$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => again().catch(fail), settle);
    };
    const watchers = [...new Set(places)].map((place) => watch(place, { recursive: true }, changed));
    io.signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      for (const one of watchers) one.close();
      end();
    });
  });
  return code;
}
