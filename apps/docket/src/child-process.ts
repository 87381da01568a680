import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LONGEST_STOP_MS = 10_000;
const LAST_WORDS = 4_000;

/** A process of Docket that this one started. */
export type Child = {
  readonly pid: number;
  /** What it said last, for who must explain why it ended. */
  lastWords(): string;
  hasEnded(): boolean;
  /** SIGTERM, and SIGKILL if it has not ended in ten seconds. Returns when it is gone. */
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
};

/** Runs a compiled entry, such as dist/apps/api/src/main.js, with these variables beside those of this process. */
export const startChild = (entry: string, env: Readonly<Record<string, string>>): Child => {
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl-C reaches this process alone, which stops its children in order
  });
  const ended = once(child, 'exit');
  let said = '';
  const listen = (chunk: Buffer): void => {
    said = `${said}${chunk.toString('utf8')}`.slice(-LAST_WORDS);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    if (!hasEnded()) child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    lastWords: () => said.trim(),
    hasEnded,
    kill,
    stop: async () => {
      const isLate = sleep(LONGEST_STOP_MS, 'late', { ref: false });
      const outcome = await Promise.race([kill('SIGTERM'), isLate]);
      if (outcome === 'late') await kill('SIGKILL');
    },
  };
};

/** Waits until this address answers 2xx. Throws what a child said that ends first, or after half a minute. */
export const untilReady = async (children: readonly Child[], url: string, milliseconds = 30_000): Promise<void> => {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    const ended = children.find((child) => child.hasEnded());
    if (ended !== undefined) throw new Error(`A process ended before it was ready. It said:\n${ended.lastWords()}`);
    if (await answers(url)) return;
    await sleep(50);
  }
  const words = children.map((child) => child.lastWords()).join('\n');
  throw new Error(`${url} did not answer in ${milliseconds / 1_000} s. The processes said:\n${words}`);
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

/** A port of loopback that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
};
