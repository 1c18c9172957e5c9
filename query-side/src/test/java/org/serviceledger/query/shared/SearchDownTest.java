package org.serviceledger.query.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceledger.projection.DocumentClient;
import org.serviceledger.projection.cases.CaseDocument;
import org.serviceledger.projection.cases.Cases;
import org.serviceledger.query.shared.NoAnswer.SearchUnavailable;
import org.serviceledger.query.testing.ShownLedger;
import org.serviceledger.query.testing.SignedInUser;

class SearchDownTest {

    @Test
    void saysThatNobodyIsThere() {
        var nobody = new Documents(DocumentClient.of(List.of(URI.create("http://127.0.0.1:9"))));

        assertThatExceptionOfType(CannotAnswer.class)
                .isThrownBy(() -> search(nobody, Cases.NAME))
                .satisfies(e -> assertThat(e.reason()).isInstanceOf(SearchUnavailable.class));
    }

    @Test
    void saysThatTheIndexIsNotThereYet() {
        var documents = new Documents(ShownLedger.shared().client());

        assertThatExceptionOfType(CannotAnswer.class)
                .isThrownBy(() -> search(documents, "no-such-index"))
                .satisfies(e -> assertThat(e.reason()).isInstanceOf(SearchUnavailable.class));
    }

    private static void search(Documents documents, String index) {
        documents.search(
                index, CaseDocument.class, VisibleTo.user(SignedInUser.inspector()), Queries.all(), search -> search);
    }
}
