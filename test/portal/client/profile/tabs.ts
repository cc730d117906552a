import { t } from '../labels/profile.ts';

/** The tabs of the profile, wherever the layout puts them. */
export const TABS = [
  { to: '/profile/account', text: t.tabs.account },
  { to: '/profile/api-credentials', text: t.tabs.credentials },
  { to: '/profile/security', text: t.tabs.security },
  { to: '/profile/notifications', text: t.tabs.notifications },
];
