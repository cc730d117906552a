import { ORGANIZATION } from '../users.ts';

/** Environments that everyone in the organization belongs to. */
export const ENVIRONMENTS = ['production', 'staging'].map((name, index) => ({
  id: `c2f0a7d1-6b3e-4f58-8e21-94d3b7f0e20${index + 1}`,
  name,
  description: '',
  membership: 'ALL_ORG_USERS',
  creationDate: '2024-03-11T09:00:00.000Z',
  organization: ORGANIZATION,
  serviceConnection: { id: '5a8e1f7c-02d4-4b69-9c3a-7f61d0e5b301', name: 'Compute North' },
  roles: [],
}));

/** One task in each documented state. */
export const TASKS = ['PENDING', 'FAILED', 'SUCCESS'].map((taskStatus, index) => ({
  taskId: `e91b4c06-3d7f-4a12-b8c5-60f2d9a7e40${index + 1}`,
  taskStatus,
  result: taskStatus === 'SUCCESS' ? {} : null,
}));
