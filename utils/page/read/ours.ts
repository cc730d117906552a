/** The elements we added to a page. They are not read as part of it. */
export const ours = new WeakSet<Node>();
