"use client";

import { Component, type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { isMissingPiece } from "./missing-piece";
import { RenewedNotice } from "./renewed-notice";

type Loading = { loading?: ComponentType };
type LazyPiece<Props extends object> = ComponentType<Props> & {
  /** Loads it before it is shown; one that cannot be loaded says so when it is. */
  preload: () => void;
};

/**
 * A piece of a page that is loaded when it is first shown. One that is not there any more, after a deploy, takes
 * nothing of the page with it.
 */
export function lazyPiece<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { loading: Waiting }: Loading = {},
): LazyPiece<Props> {
  const Piece = lazy(async () => ({ default: await load() }));
  // biome-ignore lint/correctness/noComponentHookFactories: called once by a module, like React's own lazy
  function Lazy(props: Props) {
    return (
      <PieceBoundary>
        <Suspense fallback={Waiting ? <Waiting /> : null}>
          <Piece {...props} />
        </Suspense>
      </PieceBoundary>
    );
  }
  return Object.assign(Lazy, { preload: () => void load().catch(() => {}) });
}

type State = { error: unknown };

class PieceBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (isMissingPiece(error)) return <RenewedNotice />;
    throw error;
  }
}
