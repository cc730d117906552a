/** An answer in the documented shape, with the payload under `data`. */
export function data(payload: unknown, status = 200): Response {
  return Response.json({ data: payload }, { status });
}

/** A list with its record count. */
export function list(records: unknown[]): Response {
  return Response.json({ data: records, metadata: { recordCount: records.length } });
}

/** A failure in the documented shape. */
export function errors(status: number, code: number, message: string): Response {
  return Response.json({ errors: [{ code, message, context: {} }] }, { status });
}

export const notFound = (what: string) => errors(404, 2004, `${what} was not found.`);
export const unauthorized = (message: string) => errors(401, 2001, message);
