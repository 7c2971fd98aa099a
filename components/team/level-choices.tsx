import { ROLE_WORDS } from "@/components/labels/role-words";
import { SelectField } from "@/components/ui/select-field";
import { ROLES_WITH_LEVEL, type SightLevel } from "@/lib/members/sight-view";
import type { TeamView } from "@/lib/members/team-view";
import type { TeamWrites } from "./use-team-writes";

const LEVEL_WORDS: Record<SightLevel, string> = {
  names: "Names and statuses",
  answers: "Names and answers",
  everything: "Everything, with e-mail addresses and exports",
};

const CHOICES = Object.entries(LEVEL_WORDS).map(([value, word]) => ({ value, word }));

type Props = { levels: TeamView["levels"]; writes: TeamWrites; mayManage: boolean };

/** How much of people each role sees; an owner chooses. */
export function LevelChoices({ levels, writes, mayManage }: Props) {
  return (
    <div className="grid gap-3">
      <p className="text-soft text-sm leading-relaxed">
        Owners see everything. What a role does not see is in no list, search, chart or file of
        theirs.
      </p>
      {ROLES_WITH_LEVEL.map((role) =>
        mayManage ? (
          <SelectField
            key={role}
            label={ROLE_WORDS[role].word}
            value={levels[role]}
            choices={CHOICES}
            onChange={(level) =>
              writes.mutate({ do: "level", id: role, level: level as SightLevel })
            }
          />
        ) : (
          <p key={role} className="text-sm">
            <span className="text-soft">{ROLE_WORDS[role].word}:</span> {LEVEL_WORDS[levels[role]]}
          </p>
        ),
      )}
    </div>
  );
}
