import { test as base, expect, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Watch } from './watch';

const START_WITHIN = 60_000;

/** One server in test mode, with a database of its own. */
export class Server {
  /** The folder of the database, deleted at the end. */
  readonly folder = mkdtempSync(join(tmpdir(), 'ponte-'));
  /** The SQLite file. */
  readonly database = join(this.folder, 'ponte.sqlite');
  /** Everything the server printed. */
  log = '';
  private port = 0;
  private child: ChildProcess | undefined;

  constructor(private readonly settings: Record<string, string> = {}) {}

  get baseURL(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts, or starts again: on the same port, so that open pages find it. */
  async start(): Promise<void> {
    if (this.running) return;
    const program = process.env.PONTE_BIN;
    if (!program || !existsSync(program)) throw new Error('PONTE_BIN names no server: run `cargo xtask test browser`');
    const child = spawn(program, [], {
      cwd: this.folder,
      env: {
        ...process.env,
        PONTE_MODE: 'test',
        PONTE_ADDRESS: `127.0.0.1:${this.port}`,
        DATABASE_URL: `sqlite://${this.database}`,
        PONTE_FILES: join(this.folder, 'files'),
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr.on('data', (text) => (this.log += text));
    this.port = await this.listening(child);
  }

  /** Asks it to stop and waits until it has. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.child;
    if (!child || !this.running) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.stop('SIGKILL');
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stops it and deletes its data. */
  async dispose(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private listening(child: ChildProcess): Promise<number> {
    return new Promise((found, failed) => {
      const fail = (why: string) => failed(new Error(`the server ${why}\n${this.log}`));
      const timer = setTimeout(() => fail('did not start in time'), START_WITHIN);
      child.once('error', (error) => fail(`cannot be started: ${error.message}`));
      child.once('exit', (code, signal) => fail(`stopped at once (${code ?? signal})`));
      createInterface({ input: child.stdout! }).on('line', (line) => {
        this.log += `${line}\n`;
        const address = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line);
        if (!address) return;
        clearTimeout(timer);
        child.removeAllListeners('exit');
        found(Number(address[1]));
      });
    });
  }
}

/** Keeps one server for each spec file; a new file gets a new one. */
class Servers {
  private file = '';
  private server: Server | undefined;

  async of(file: string, settings: Record<string, string>): Promise<Server> {
    if (this.file !== file || !this.server) {
      await this.server?.dispose();
      this.server = new Server(settings);
      this.file = file;
    }
    // A test before may have left it killed.
    await this.server.start();
    return this.server;
  }

  async dispose(): Promise<void> {
    await this.server?.dispose();
  }
}

type Fixtures = {
  /** The server of this spec file. */
  server: Server;
  /** Further settings for the server: `test.use({ settings: { PONTE_… } })` at the top of a spec. */
  settings: Record<string, string>;
  /** What the browsers complained about; a test that provokes a complaint allows it. */
  watch: Watch;
  /** Another person: a page in a context of its own, watched like the first. */
  visitor: () => Promise<Page>;
};

export const test = base.extend<Fixtures, { servers: Servers }>({
  servers: [
    async ({}, use) => {
      const servers = new Servers();
      await use(servers);
      await servers.dispose();
    },
    { scope: 'worker' },
  ],
  settings: [{}, { option: true }],
  server: async ({ servers, settings }, use, info) => {
    const server = await servers.of(info.file, settings);
    await use(server);
    if (info.status !== info.expectedStatus) await info.attach('server.log', { body: server.log, contentType: 'text/plain' });
  },
  baseURL: async ({ server }, use) => use(server.baseURL),
  watch: [
    async ({}, use) => {
      const watch = new Watch();
      await use(watch);
      expect(watch.unexpected(), 'the console is clean and nobody else is asked').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, watch, server }, use) => {
    watch.follow(context, () => server.baseURL);
    await use(context);
  },
  visitor: async ({ browser, watch, server }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: server.baseURL });
      contexts.push(context);
      watch.follow(context, () => server.baseURL);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
