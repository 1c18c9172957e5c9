-- What came of checking the whole ledger, each time it was done.

CREATE TABLE ledger_verification (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    began_at    timestamptz NOT NULL,
    ended_at    timestamptz NOT NULL,
    size        bigint      NOT NULL CHECK (size >= 0),
    documents   bigint      NOT NULL,
    findings    text[]      NOT NULL,
    findings_zh text[]      NOT NULL,
    further     bigint      NOT NULL,
    failure     text
);

COMMENT ON COLUMN ledger_verification.size IS 'how many events there were when it began';
COMMENT ON COLUMN ledger_verification.documents IS 'how many documents of read models were folded anew and compared';
COMMENT ON COLUMN ledger_verification.further IS 'findings beyond those that are told';
COMMENT ON COLUMN ledger_verification.failure IS 'why it could not be done to its end; null if it was';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_verification
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

REVOKE ALL ON ledger_verification FROM PUBLIC;
