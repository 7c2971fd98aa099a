/** What the portal cannot work without (contract 3.5). */
export const PROFILE_SCOPE = "profile.read";
/** What a person may leave out (contract 3.6); without it Foyer does not show them their application. */
export const ATTENDANCE_SCOPE = "event.attendance";
