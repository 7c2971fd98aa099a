import { EyeOff } from "lucide-react";
import { NoteAuthor } from "@/components/notes/note-author";
import { TimeAgo } from "@/components/time/time-ago";
import type { RatingsView, RatingView } from "@/lib/reviews/rating-view";
import { ScoreStrip } from "./score-strip";
import { isWide, scoreWord } from "./score-words";

/** What the application has come to, and who gave what; until one's own is given, that there is more to see then. */
export function OthersRatings({ ratings }: { ratings: RatingsView }) {
  const { own, others, isHidden, count, average, spread } = ratings;
  if (isHidden) {
    return (
      <p className="flex gap-2 text-soft text-xs leading-relaxed">
        <EyeOff aria-hidden="true" size={14} className="mt-0.5 shrink-0" />
        What the others think shows once you have rated, or abstained.
      </p>
    );
  }
  if (others.length === 0 && !own?.isGiven) {
    return <p className="text-soft text-xs">Nobody has rated this application yet.</p>;
  }
  const given = [...(own?.isGiven ? [own] : []), ...others];
  return (
    <div className="grid gap-3 border-line border-t pt-3">
      {average === null ? null : (
        <div className="grid gap-1">
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
            <strong className="font-display font-normal text-2xl tabular-nums">
              {scoreWord(average)}
            </strong>
            <span className="text-soft text-xs">
              {count === 1 ? "from one rating" : `from ${count} ratings`}
              {count !== 1 && spread !== null ? `, ${scoreWord(spread)} apart` : ""}
            </span>
            {isWide(spread) ? (
              <span className="rounded-full bg-pending-tint px-2 py-0.5 text-pending text-xs">
                Wide disagreement
              </span>
            ) : null}
          </p>
          <ScoreStrip
            average={average}
            scores={given.flatMap(({ score }) => (score === null ? [] : [score]))}
          />
        </div>
      )}
      {others.length > 0 ? (
        <ul className="grid gap-2" aria-label="Ratings of the others">
          {others.map((rating) => (
            <Other key={rating.member.id} rating={rating} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Other({ rating }: { rating: RatingView }) {
  const { member, score, comment, ratedAt } = rating;
  return (
    <li className="grid gap-0.5 text-sm">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <NoteAuthor author={member} />
        <span className="tabular-nums">{score === null ? "abstained" : scoreWord(score)}</span>
        <span className="text-soft text-xs">
          <TimeAgo at={ratedAt} />
        </span>
      </span>
      {comment ? (
        <span className="text-soft leading-relaxed [overflow-wrap:anywhere]" dir="auto">
          {comment}
        </span>
      ) : null}
    </li>
  );
}
