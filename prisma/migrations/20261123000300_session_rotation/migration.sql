-- A browser gets a new session id whenever it proves itself anew; its memberships move with it.
GRANT UPDATE (session_hash) ON members TO foyer_system;
