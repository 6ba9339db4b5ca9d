/** Tells whether a living process listens on a socket; the file a killed one leaves behind refuses. */
import { connect } from 'node:net';
import { isErrno } from './errno.ts';

export function isListening(socketPath: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error) => {
      if (isErrno(error, 'ECONNREFUSED') || isErrno(error, 'ENOENT')) resolve(false);
      // A full queue of connections that wait to be accepted: someone is there, only busy.
      else if (isErrno(error, 'EAGAIN')) resolve(true);
      else reject(error);
    });
  });
}
