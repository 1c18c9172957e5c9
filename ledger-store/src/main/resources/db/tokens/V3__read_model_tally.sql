-- What each read model's processor has written to its index: kept in the transaction of its token, so that the two can be
-- compared with the index exactly.

CREATE TABLE read_model_tally (
    model      text    NOT NULL,
    segment    integer NOT NULL,
    index_name text    NOT NULL,
    position   bigint  NOT NULL,
    seen       bigint  NOT NULL,
    folded     bigint  NOT NULL,
    documents  bigint  NOT NULL,
    PRIMARY KEY (model, segment)
);

COMMENT ON COLUMN read_model_tally.position IS 'of the last event counted; what comes again up to it is not counted again';
COMMENT ON COLUMN read_model_tally.seen IS 'events that concern the model';
COMMENT ON COLUMN read_model_tally.folded IS 'those of them that are in a document';
COMMENT ON COLUMN read_model_tally.documents IS 'documents begun';

-- Up to where it was last found that no event was passed over.
CREATE TABLE read_model_check (
    model    text   PRIMARY KEY,
    position bigint NOT NULL,
    seen     bigint NOT NULL
);

-- Which share of all documents the daily check compares next.
CREATE TABLE document_round (
    one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
    shares     integer     NOT NULL,
    next       integer     NOT NULL,
    checked_at timestamptz NOT NULL
);
