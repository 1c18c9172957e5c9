package org.serviceledger.query.pages;

import java.util.List;
import org.serviceledger.api.SignedIn;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.VisibleTo;
import org.springframework.stereotype.Component;

/** The choices of select fields. */
@Component
class Choices {

    private final Directory directory;

    Choices(Directory directory) {
        this.directory = directory;
    }

    /** A value and its label. */
    public record Choice(String value, String label) {}

    /** Returns the organisations that the user may see, parents before children. */
    List<Choice> organizations(SignedIn user) {
        var visible = VisibleTo.user(user);
        return directory.all().stream()
                .filter(organization -> visible.reaches(organization.organizationId()))
                .map(organization -> new Choice(organization.organizationId().value(), organization.name()))
                .toList();
    }
}
