/**
 * A list's address under a name. `address` is canonical (`writeListAddress`), without "?". `isDefault`:
 * the list opens with it for whoever asks. Only owners and managers change the team's.
 */
export type SavedViewView = {
  id: string;
  name: string;
  isTeam: boolean;
  isDefault: boolean;
  canChange: boolean;
  address: string;
  updatedAt: string;
};
