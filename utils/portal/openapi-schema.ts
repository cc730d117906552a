import { isRecord } from '../record';
import { isNameField } from './key-fields';

/**
 * How deep to look into a response or a request body, counting each reference as a step. Real schemas of
 * keys end sooner; further down, schemas that link to one another would make every list look like keys.
 */
const MAX_DEPTH = 12;

/** A node of the document with its reference followed, and how deep it is. */
interface Place {
  node: unknown;
  depth: number;
}

/** Answers a question about a node of the document. */
type Ask<T> = (node: unknown, depth?: number) => T;

/** Questions about the schemas of one document. Each takes a node of it, and follows references. */
export interface Schemas {
  /** Whether something here is called a last IP, and something else a last activity. */
  nameLastUse(responses: unknown): boolean;
  /** The text property that holds a key's name: one with a usual name, or the only one there is. */
  nameProperty(requestBody: unknown): string | undefined;
}

/**
 * Prepares questions about the schemas of an OpenAPI 3 document.
 *
 * Answers are kept for each node and depth. So many questions about shared schemas cost no more than
 * `MAX_DEPTH` visits of the document, and schemas that contain themselves are no problem.
 * @param document the whole document, which references start from
 */
export function createSchemas(document: Record<string, unknown>): Schemas {
  const resolve = createResolver(document);

  /** Keeps answers, and answers `nothing` about what is too deep. */
  function remembering<T>(nothing: T, answer: (place: Place, ask: Ask<T>) => T): Ask<T> {
    const answers = new Map<unknown, Map<number, T>>();
    const ask: Ask<T> = (node, depth = 0) => {
      const place = resolve(node, depth);
      if (place.depth > MAX_DEPTH) return nothing;
      if (typeof place.node !== 'object') return answer(place, ask);
      const known = answers.get(place.node) ?? new Map<number, T>();
      answers.set(place.node, known);
      const before = known.get(place.depth);
      if (before !== undefined) return before;
      const found = answer(place, ask);
      known.set(place.depth, found);
      return found;
    };
    return ask;
  }

  const signs = remembering(0, findSigns);
  const texts = remembering<readonly string[]>([], (place, ask) => findTexts(place, ask, resolve));
  return {
    nameLastUse: (responses) => signs(responses) === (IP_SIGN | ACTIVITY_SIGN),
    nameProperty(requestBody) {
      const [first, second] = texts(requestBody);
      return second === undefined ? first : undefined;
    },
  };
}

const IP_SIGN = 1;
const ACTIVITY_SIGN = 2;

/** Looks at names and at texts: examples and lists of required fields count as well. */
function findSigns({ node, depth }: Place, ask: Ask<number>): number {
  if (typeof node === 'string') return signsIn(node);
  if (Array.isArray(node)) return node.reduce((all, each) => all | ask(each, depth + 1), 0);
  if (!isRecord(node)) return 0;
  return Object.entries(node).reduce(
    (all, [name, value]) => all | signsIn(name) | ask(value, depth + 1),
    0,
  );
}

const signsIn = (text: string) =>
  (/(?:^|")last_?ip/i.test(text) ? IP_SIGN : 0) |
  (/(?:^|")last_?(?:activity|used)/i.test(text) ? ACTIVITY_SIGN : 0);

/** Finds the names of text properties, but not of those inside another property. */
function findTexts({ node, depth }: Place, ask: Ask<readonly string[]>, resolve: Resolve) {
  if (Array.isArray(node)) return shorten(node.flatMap((each) => ask(each, depth + 1)));
  if (!isRecord(node)) return [];
  const properties = resolve(node.properties, depth + 1);
  const own = isRecord(properties.node)
    ? Object.entries(properties.node)
        .filter(([, property]) => isText(resolve(property, properties.depth + 1)))
        .map(([name]) => name)
    : [];
  const inner = Object.entries(node).flatMap(([key, value]) =>
    key === 'properties' ? [] : ask(value, depth + 1),
  );
  return shorten([...own, ...inner]);
}

const isText = ({ node, depth }: Place) =>
  isRecord(node) && node.type === 'string' && depth < MAX_DEPTH;

/** Keeps what decides: the first usual name, or else two names, because two are already too many. */
function shorten(names: string[]): readonly string[] {
  const usual = names.find(isNameField);
  return usual === undefined ? [...new Set(names)].slice(0, 2) : [usual];
}

type Resolve = (node: unknown, depth: number) => Place;

/** Follows references inside the document, each step one level deeper. Others lead to nothing. */
function createResolver(document: Record<string, unknown>): Resolve {
  const targets = new Map<string, unknown>();
  const targetOf = (reference: string) => {
    if (!targets.has(reference)) targets.set(reference, lookUp(document, reference));
    return targets.get(reference);
  };
  return (start, startDepth) => {
    let node = start;
    let depth = startDepth;
    while (depth <= MAX_DEPTH && isRecord(node) && typeof node.$ref === 'string') {
      node = targetOf(node.$ref);
      depth += 1;
    }
    return depth > MAX_DEPTH ? { node: null, depth } : { node, depth };
  };
}

/** Reads a JSON pointer (RFC 6901) in a URL's fragment. */
function lookUp(document: unknown, reference: string): unknown {
  if (!reference.startsWith('#/')) return null;
  return reference
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, part) => (isRecord(node) && Object.hasOwn(node, part) ? node[part] : null),
      document,
    );
}
