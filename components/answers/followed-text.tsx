import { linkParts } from "./link-parts";

/** A text whose addresses can be followed. Where they lead learns nothing of who follows. */
export function FollowedText({ text }: { text: string }) {
  return linkParts(text).map(({ text: part, href }, at) => {
    // The parts of one text never change places.
    const key = `${at} ${part}`;
    if (href === null) return <span key={key}>{part}</span>;
    const isPage = href.startsWith("http");
    return (
      <a
        key={key}
        href={href}
        {...(isPage && { target: "_blank", rel: "noopener noreferrer nofollow" })}
        className="text-accent underline underline-offset-4"
      >
        {part}
      </a>
    );
  });
}
