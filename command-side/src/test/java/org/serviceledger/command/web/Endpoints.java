package org.serviceledger.command.web;

import java.util.List;
import java.util.stream.Stream;

/** Every command that the write API takes. */
final class Endpoints {

    private Endpoints() {}

    static List<Endpoint> all(TestHall hall) {
        return Stream.of(
                        new CaseEndpoints(hall).all(),
                        new DayEndpoints(hall).all(),
                        new RegisterEndpoints(hall).all(),
                        new EvaluationEndpoints(hall).all(),
                        new ImportEndpoints(hall).all())
                .flatMap(List::stream)
                .toList();
    }
}
