import { JumpLinks } from "./jump-links";

type Part = { key: string; name: string };

type Props<P extends Part> = {
  parts: readonly P[];
  /** Draws the part that one is about to go to, where it is not there yet. */
  onGo?: (part: P) => void;
};

/** Jumps to a day, thread or place. */
export function GroupLinks<P extends Part>({ parts, onGo }: Props<P>) {
  return (
    <JumpLinks
      label="Parts of the program"
      links={parts.map((part) => ({
        key: part.key,
        href: `#group-${encodeURIComponent(part.key)}`,
        word: part.name,
        ...(onGo && { onGo: () => onGo(part) }),
      }))}
    />
  );
}
