-- Everybody could execute the search past the policies: the REVOKE and GRANT that followed its change of
-- owner had no effect, because the migrating role does not inherit what the new owner may.
SET ROLE foyer_search;
REVOKE ALL ON FUNCTION search_participants(text, text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_participants(text, text[], text) TO foyer_event;
-- Last, so that no temporary table stands in for one of ours.
ALTER FUNCTION search_participants(text, text[], text) SET search_path = pg_catalog, public, pg_temp;
RESET ROLE;
