/** A user who can sign in. */
export interface User {
  id: string;
  userName: string;
  password: string;
  firstName: string;
  lastName: string;
  email: string;
  role: string;
  /** The page shows times in this zone, whatever the browser's zone. */
  timezone: string;
  locale: string;
  lastLogin: string | null;
}

export const ORGANIZATION = {
  id: '7d0f5a44-1f3e-4c2b-9a55-0c6d7be1a001',
  name: 'Boreal Kites',
  entryPoint: 'boreal-kites',
};

/** One password for everyone. The sign-in page shows it, because this portal holds nothing of value. */
const PASSWORD = 'demo-portal';

/** New users: the first may read other users, the second only themselves. */
export function createUsers(): [User, User] {
  return [
    {
      id: '3b1c6a52-84f7-4d0e-b1f9-5e2a90c4d101',
      userName: 'mfortin',
      password: PASSWORD,
      firstName: 'Maëlle',
      lastName: 'Fortin',
      email: 'maelle.fortin@boreal-kites.example',
      role: 'administrator',
      timezone: 'America/Toronto',
      locale: 'en',
      lastLogin: null,
    },
    {
      id: '3b1c6a52-84f7-4d0e-b1f9-5e2a90c4d102',
      userName: 'iosei',
      password: PASSWORD,
      firstName: 'Idris',
      lastName: 'Osei',
      email: 'idris.osei@boreal-kites.example',
      role: 'user',
      timezone: 'Europe/Madrid',
      locale: 'es',
      lastLogin: null,
    },
  ];
}
