import { Hono } from 'hono';
import { type ActivityEntry, EVENTS } from '../activity.ts';
import { type PortalEnv, type PortalState, visibleUsers } from '../state.ts';
import { data, list } from './envelope.ts';

/** Each documented filter of the activity log, as a test of one entry. */
const FILTERS: Record<string, (entry: ActivityEntry, wanted: string) => boolean> = {
  userId: (entry, wanted) => entry.userId === wanted,
  eventCode: (entry, wanted) => entry.eventCode === wanted,
  category: (entry, wanted) => entry.category === wanted,
  status: (entry, wanted) => entry.status === wanted,
  start: (entry, wanted) => Date.parse(entry.created) >= Date.parse(wanted),
  end: (entry, wanted) => Date.parse(entry.created) <= Date.parse(wanted),
};

/** The activity log; whoever may not read other users sees their own entries only. */
export function activityRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get('/', (c) => {
    const user = c.get('user');
    const onlyMine = c.req.query('only_mine') === 'true';
    const visible = (onlyMine ? [user] : visibleUsers(state, user)).map(({ id }) => id);
    const query = Object.entries(c.req.query());
    return list(
      state.activity.entries.filter(
        (entry) =>
          visible.includes(entry.userId) &&
          query.every(([name, wanted]) => FILTERS[name]?.(entry, wanted) ?? true),
      ),
    );
  });

  app.get('/codes', () => data({ SYSTEM: Object.values(EVENTS) }));
  return app;
}
