package org.serviceledger.app.server;

import org.serviceledger.store.embedded.EmbeddedPostgres;

/** A PostgreSQL database and the two roles it is used under: one owns the schema, the other may read and append. */
record Database(String jdbcUrl, Role owner, Role application) {

    /** A database role. {@link #toString} omits the password, so that logs never contain it. */
    record Role(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Database of(EmbeddedPostgres postgres) {
        return new Database(
                postgres.jdbcUrl(),
                new Role(postgres.user(), postgres.password()),
                new Role(postgres.applicationUser(), postgres.applicationPassword()));
    }
}
