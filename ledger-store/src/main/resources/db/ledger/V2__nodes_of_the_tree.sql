-- The hashes the upper tiles of the log consist of: at level 1 over 256 leaves each, at level 2 over 256 of those, and so on.

CREATE TABLE ledger_node (
    level integer NOT NULL CHECK (level > 0),
    index bigint  NOT NULL CHECK (index >= 0),
    hash  bytea   NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, index)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_node
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

REVOKE ALL ON ledger_node FROM PUBLIC;

-- Those of a ledger that was begun without them.

CREATE FUNCTION pg_temp.over_256(hashes bytea[]) RETURNS bytea LANGUAGE plpgsql AS $$
BEGIN
    WHILE cardinality(hashes) > 1 LOOP
        hashes := ARRAY(SELECT sha256('\x01'::bytea || hashes[2 * i - 1] || hashes[2 * i])
                        FROM generate_series(1, cardinality(hashes) / 2) AS i ORDER BY i);
    END LOOP;
    RETURN hashes[1];
END
$$;

INSERT INTO ledger_node (level, index, hash)
SELECT 1, position / 256, pg_temp.over_256(array_agg(leaf_hash ORDER BY position))
FROM ledger_event GROUP BY position / 256 HAVING count(*) = 256;

DO $$
BEGIN
    FOR below IN 1..6 LOOP
        INSERT INTO ledger_node (level, index, hash)
        SELECT below + 1, index / 256, pg_temp.over_256(array_agg(hash ORDER BY index))
        FROM ledger_node WHERE level = below GROUP BY index / 256 HAVING count(*) = 256;
    END LOOP;
END
$$;
