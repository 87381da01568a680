import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export const ask = async (url: string, sql: string): Promise<readonly unknown[]> => {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows;
  } finally {
    await client.end();
  }
};

/** Whether it answers questions. */
export const isReady = (url: string): Promise<boolean> =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  );

/** Whether anything listens there. */
export const isOpen = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(portOf(url), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

export const portOf = (url: string): number => Number(new URL(url).port);

export const eventually = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await sleep(20);
};
