import { Check } from "lucide-react";
import { ROLE_WORDS } from "@/components/labels/role-words";
import { may, PERMISSIONS } from "@/lib/members/permissions-view";
import { ROLES } from "@/lib/members/role-view";
import { PERMISSION_WORDS } from "./permission-words";

/** Who may do what: the same table that every request is held against. */
export function PermissionTable() {
  return (
    <section
      aria-label="Roles and what they may"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
      tabIndex={0}
      data-strip=""
      className="relative overflow-x-auto"
    >
      <table className="w-full min-w-lg border-collapse text-sm">
        <thead>
          <tr className="border-line border-b text-left">
            <th scope="col" className="py-2 pr-3 font-normal text-soft">
              May
            </th>
            {ROLES.map((role) => (
              <th key={role} scope="col" className="px-2 py-2 text-center font-medium">
                {ROLE_WORDS[role].word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERMISSIONS.map((permission) => (
            <tr key={permission} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                {PERMISSION_WORDS[permission]}
              </th>
              {ROLES.map((role) => (
                <td key={role} className="px-2 py-2 text-center">
                  {may(role, permission) ? (
                    <>
                      <Check aria-hidden="true" size={15} className="inline text-approved" />
                      <span className="sr-only">yes</span>
                    </>
                  ) : (
                    <span className="text-soft">
                      <span aria-hidden="true">–</span>
                      <span className="sr-only">no</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
