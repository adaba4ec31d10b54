import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node.js';

export interface Position {
  line: number;
  character: number;
}

export interface Completion {
  label: string;
  documentation?: string | { value: string };
}

interface Diagnostic {
  message: string;
  range: { start: Position };
}

/** The YAML language server as VS Code runs it, on a workspace folder with its own settings. */
export interface Server {
  /** Shows the server the text of a file, and waits for what it finds wrong. */
  open(file: string, text: string): Promise<Diagnostic[]>;
  complete(file: string, position: Position): Promise<Completion[]>;
  /** The text that an editor shows over a place; empty where it shows none. */
  hover(file: string, position: Position): Promise<string>;
  stop(): void;
}

const installed = createRequire(import.meta.url).resolve('yaml-language-server/package.json');
const bin = join(dirname(installed), 'bin/yaml-language-server');
const uriOf = (file: string) => pathToFileURL(resolve(file)).href;

type Settings = Record<string, unknown>;

/** The settings of one section, as an editor hands them out: the dots of their names nest. */
function section(settings: Settings, name: string): unknown {
  if (name in settings) return settings[name];
  const found: Settings = {};
  for (const [key, value] of Object.entries(settings)) {
    const [first, ...steps] = key.split('.');
    const last = steps.pop();
    if (first !== name || last === undefined) continue;
    let at = found;
    for (const step of steps) {
      at[step] ??= {};
      at = at[step] as Settings;
    }
    at[last] = value;
  }
  return found;
}

export async function startServer(folder: string): Promise<Server> {
  const settings: Settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'));
  // No proxy leads anywhere: what is not on this disk is not found.
  const env = { PATH: process.env.PATH, http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' };
  const child = spawn(process.execPath, [bin, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'], env });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, (found: Diagnostic[]) => void>();
  let version = 0;
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map((item) => section(settings, item.section)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('textDocument/publishDiagnostics', (told: { uri: string; diagnostics: Diagnostic[] }) =>
    waiting.get(told.uri)?.(told.diagnostics),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uriOf(folder),
    workspaceFolders: [{ uri: uriOf(folder), name: 'lvyue' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  await connection.sendNotification('initialized', {});
  const asked = (what: string, file: string, position: Position) =>
    connection.sendRequest(`textDocument/${what}`, { textDocument: { uri: uriOf(file) }, position });
  return {
    open(file, text) {
      version += 1;
      return new Promise((done, failed) => {
        waiting.set(uriOf(file), done);
        const textDocument = { uri: uriOf(file), languageId: 'yaml', version, text };
        connection.sendNotification('textDocument/didOpen', { textDocument }).catch(failed);
      });
    },
    complete: async (file, position) => ((await asked('completion', file, position)) as { items: Completion[] }).items,
    hover: async (file, position) => {
      const found = (await asked('hover', file, position)) as { contents: { value: string } } | null;
      return found?.contents.value ?? '';
    },
    stop() {
      connection.dispose();
      child.kill('SIGKILL');
    },
  };
}
