-- What witnesses said to the log's checkpoints, and which of these had been vouched for by enough of them to be shown.

CREATE TABLE ledger_cosignature (
    size        bigint      NOT NULL REFERENCES ledger_checkpoint (size),
    witness     text        NOT NULL,
    line        text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (size, witness)
);

COMMENT ON COLUMN ledger_cosignature.witness IS 'its verifier key';
COMMENT ON COLUMN ledger_cosignature.line IS 'the signature as it stands under the note';

CREATE TABLE ledger_publication (
    size         bigint      PRIMARY KEY REFERENCES ledger_checkpoint (size),
    published_at timestamptz NOT NULL DEFAULT now()
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_cosignature
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_publication
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

REVOKE ALL ON ledger_cosignature, ledger_publication FROM PUBLIC;
