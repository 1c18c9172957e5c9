package org.serviceledger.query.pages;

import java.util.List;
import org.serviceledger.api.SignedIn;
import org.serviceledger.query.shared.Directory;
import org.serviceledger.query.shared.VisibleTo;
import org.springframework.stereotype.Component;

/** What a page offers to choose from. */
@Component
class Choices {

    private final Directory directory;

    Choices(Directory directory) {
        this.directory = directory;
    }

    /** One of the values of a list, with its name. */
    public record Choice(String value, String label) {}

    /** The organisations a user may look at, from the top down. */
    List<Choice> organizations(SignedIn user) {
        var visible = VisibleTo.user(user);
        return directory.all().stream()
                .filter(organization -> visible.reaches(organization.organizationId()))
                .map(organization -> new Choice(organization.organizationId().value(), organization.name()))
                .toList();
    }
}
