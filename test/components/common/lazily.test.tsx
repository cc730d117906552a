// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import type { FunctionComponent } from 'preact';
import { expect, test, vi } from 'vitest';
import { lazily } from '../../../components/common/lazily';
import { prepare } from '../prepare';

prepare();

interface Props {
  name: string;
}
const Greeting: FunctionComponent<Props> = ({ name }) => <p>Hello {name}</p>;

test('loads a component when it is first shown, and renders it at once after that', async () => {
  const load = vi.fn(async () => Greeting);
  const Lazy = lazily(load);
  expect(load).not.toHaveBeenCalled();
  render(<Lazy name="Ada" />);
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
  render(<Lazy name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});

test('renders a preloaded component at once', async () => {
  const load = vi.fn(async () => Greeting);
  const Lazy = lazily(load);
  await Lazy.preload();
  render(<Lazy name="Ada" />);
  expect(screen.getByText('Hello Ada')).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});
