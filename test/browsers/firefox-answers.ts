interface Connection {
  send(method: string, params: object, ...more: unknown[]): Promise<unknown>;
}

/** How often Firefox is asked something while an answer is awaited; milliseconds, and times. */
const PAUSE = 3;
const TIMES = 10;

/**
 * Has Firefox send long answers at once. It sends them in pieces, and waits with each further piece until
 * the one before is acknowledged; the system does that after 40 milliseconds, or together with the next
 * thing that is sent. So something small is sent.
 */
export function hastenAnswers(connection: Connection): void {
  const send = connection.send.bind(connection);
  connection.send = (...request) => {
    const answer = send(...request);
    let left = TIMES;
    const timer = setInterval(() => {
      send('session.status', {}).catch(() => undefined);
      if (--left === 0) clearInterval(timer);
    }, PAUSE);
    const stop = () => clearInterval(timer);
    answer.then(stop, stop);
    return answer;
  };
}
