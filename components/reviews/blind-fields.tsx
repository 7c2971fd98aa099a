import { useQuery } from "@tanstack/react-query";
import { labelOfField } from "@/components/answers/answer-value";
import { eventQueries } from "@/components/queries/event-queries";

type Props = {
  eventId: string;
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
};

/** Which answers those who review blindly do not see either. */
export function BlindFields({ eventId, hidden, onChange }: Props) {
  const { data: fields = [] } = useQuery(eventQueries.formFields(eventId));
  const known = new Set([...fields.map(({ key }) => key), ...hidden]);
  if (known.size === 0) return null;
  return (
    <fieldset className="ml-7 grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
      <legend className="mb-1.5 text-soft text-xs">Hidden answers</legend>
      {[...known].map((key) => (
        <label key={key} className="flex min-w-0 items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={hidden.includes(key)}
            onChange={({ target }) =>
              onChange(target.checked ? [...hidden, key] : hidden.filter((each) => each !== key))
            }
            className="mt-0.5 size-4 pointer-coarse:size-5"
          />
          <span className="min-w-0 [overflow-wrap:anywhere]" dir="auto">
            {labelOfField(key)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
