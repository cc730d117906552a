import { Hono } from 'hono';
import { type PortalEnv, type PortalState, visibleUsers } from '../state.ts';
import { ORGANIZATION, type User } from '../users.ts';
import { answerTask } from './changes.ts';
import { data, errors, list, notFound } from './envelope.ts';
import { requireSessionOrKey } from './identity.ts';
import { ENVIRONMENTS, TASKS } from './samples.ts';
import { serviceRoutes } from './services.ts';

const CREATION_DATE = '2024-02-05T14:30:00.000Z';

/** The publicly documented part of the API, the same under every base path. */
export function documentedRoutes(state: PortalState): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.use(requireSessionOrKey(state));

  app.get('/users', (c) => list(visibleUsers(state, c.get('user')).map(userRecord)));
  app.get('/users/:id', (c) => {
    const user = visibleUsers(state, c.get('user')).find(({ id }) => id === c.req.param('id'));
    return user ? data(userRecord(user)) : notFound('The user');
  });

  app.get('/organizations', () => list([organizationRecord(state)]));
  app.get('/organizations/:id', (c) =>
    c.req.param('id') === ORGANIZATION.id
      ? data(organizationRecord(state))
      : notFound('The organization'),
  );

  app.get('/environments', () => list(ENVIRONMENTS));
  app.get('/environments/:id', (c) => {
    const environment = ENVIRONMENTS.find(({ id }) => id === c.req.param('id'));
    return environment ? data(environment) : notFound('The environment');
  });

  // Tasks are documented flat, without the envelope.
  app.get('/tasks/:id', (c) => {
    const id = c.req.param('id');
    const own = state.tasks.find(c.get('user').userName, id);
    if (own) return answerTask(state.settings, own);
    const task = TASKS.find(({ taskId }) => taskId === id);
    return task ? Response.json(task) : notFound('The task');
  });

  app.route('/services/connections', serviceRoutes(state));
  app.all('*', (c) =>
    c.req.method === 'GET'
      ? notFound('The resource')
      : errors(405, 2005, 'The method is not allowed here.'),
  );
  return app;
}

function userRecord(user: User): object {
  const { id, userName, firstName, lastName, email, locale, timezone, lastLogin, role } = user;
  return {
    id,
    userName,
    firstName,
    lastName,
    email,
    creationDate: CREATION_DATE,
    status: 'ACTIVE',
    locale,
    timezone,
    lastLogin,
    tfaEnabled: false,
    organization: { id: ORGANIZATION.id, name: ORGANIZATION.name },
    primaryRoleBinding: { role: { name: role, isSystem: true, isFixed: true } },
  };
}

function organizationRecord(state: PortalState): object {
  return {
    ...ORGANIZATION,
    billableStartDate: CREATION_DATE,
    isBillable: true,
    isReseller: false,
    tags: [],
    environments: ENVIRONMENTS.map(({ id }) => ({ id })),
    users: state.users.map(({ id, userName }) => ({ id, userName })),
  };
}
