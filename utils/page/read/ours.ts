/** What was put into the page: it is never read as a part of it, and its coming is no change. */
export const ours = new WeakSet<Node>();
