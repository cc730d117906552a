import type { Browser } from 'puppeteer-core';
import { speedUpResponses } from './firefox-answers.ts';
import type { Plain, Sent } from './run-in.ts';

/** Puppeteer's connection to Firefox, which it does not publish. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  emit(event: string, params: object): void;
}

/**
 * Firefox's own window, where scripts can reach its toolbar, preferences and extensions. WebDriver BiDi
 * has no commands for these, but it can run a function there.
 */
export class FirefoxSystem {
  readonly connection: Connection;
  readonly clientWindow: string;
  readonly #context: string;

  private constructor(connection: Connection, context: string, clientWindow: string) {
    this.connection = connection;
    this.#context = context;
    this.clientWindow = clientWindow;
  }

  static async of(browser: Browser): Promise<FirefoxSystem> {
    const { connection } = browser as unknown as { connection: Connection };
    speedUpResponses(connection);
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = (result as { contexts: { context: string; clientWindow: string }[] }).contexts;
    if (!window) throw new Error('Firefox has no window.');
    return new FirefoxSystem(connection, window.context, window.clientWindow);
  }

  /** Runs a self-contained function in Firefox's window. */
  async run<A extends Plain[], T>(inside: Sent<A, T>, ...args: A): Promise<T> {
    const { result } = await this.connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify([await (${inside})(...${JSON.stringify(args)})]))()`,
      awaitPromise: true,
      target: { context: this.#context },
    });
    const answer = result as
      | { type: 'success'; result: { value: string } }
      | { type: 'exception'; exceptionDetails: { text: string } };
    if (answer.type === 'exception') {
      throw new Error(`Firefox threw: ${answer.exceptionDetails.text}`);
    }
    return (JSON.parse(answer.result.value) as [T])[0];
  }
}
