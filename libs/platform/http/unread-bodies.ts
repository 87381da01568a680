import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** So long is let go by what is still on its way, so that who sends it comes to read his answer. */
const LINGER_MS = 2_000;

/**
 * A request that is answered before its body is there is the last of its connection: nobody here reads to the end of a
 * body that is refused. To be called before the answer is sent.
 */
export const stopReading = ({ raw }: FastifyRequest, reply: FastifyReply): void => {
  if (raw.complete) return;
  void reply.header('connection', 'close');
  linger(raw.socket);
};

/** A connection that is cut while bytes come in loses the answer too: it is closed on our side first, and cut later. */
const linger = (socket: Socket): void => {
  socket.destroySoon = () => {
    socket.end();
    const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
    socket.once('close', () => clearTimeout(timer));
  };
};
