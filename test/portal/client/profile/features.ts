import { config } from '../config.ts';

/** The parts of the API credentials above the table. */
export type Piece = 'title' | 'title-and-button' | 'button' | 'docs' | 'endpoint';

/** How the layouts with a sidebar differ. */
interface Features {
  /** From top to bottom. */
  pieces: Piece[];
  /** Where the tabs are: beside the page under a header, or in the sidebar without a header. */
  tabs: 'page' | 'sidebar';
  redRevoke: boolean;
  /** Whether the notifications are those of 2023. */
  boxed: boolean;
}

const PROFILE: Features = {
  pieces: ['title-and-button', 'endpoint'],
  tabs: 'page',
  redRevoke: false,
  boxed: false,
};

const BY_LAYOUT: Record<string, Features> = {
  profile: PROFILE,
  // The only Spanish profile page ever seen is of 2023.
  'profile es': { ...PROFILE, redRevoke: true, boxed: true },
  submenu: { ...PROFILE, pieces: ['title', 'endpoint', 'button'], tabs: 'sidebar' },
  classic: { ...PROFILE, pieces: ['docs', 'endpoint', 'title-and-button'], redRevoke: true },
  panel: { ...PROFILE, redRevoke: true, boxed: true },
};

const { layout, language } = config;

export const features: Features =
  BY_LAYOUT[`${layout} ${language}`] ?? BY_LAYOUT[layout] ?? PROFILE;
