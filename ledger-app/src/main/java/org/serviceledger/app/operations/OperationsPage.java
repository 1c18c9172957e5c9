package org.serviceledger.app.operations;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the system does (运行状况), for administrators: one section beneath the other, each by whoever knows about it. */
@Controller
class OperationsPage {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsPage.class);

    private final List<OperationsSection> sections;

    OperationsPage(List<OperationsSection> sections) {
        this.sections = List.copyOf(sections);
    }

    /** A section as it is shown. */
    public record Shown(String template, Object content) {}

    /** Why a section cannot be shown; the others still are. */
    public record Failed(String reason) {}

    @GetMapping("/operations")
    String operations(Model page) {
        page.addAttribute(
                "sections", sections.stream().map(OperationsPage::shown).toList());
        return "operations/operations";
    }

    private static Shown shown(OperationsSection section) {
        try {
            return new Shown(section.template(), section.content());
        } catch (RuntimeException e) {
            LOG.error("{} cannot be shown", section.template(), e);
            return new Shown("operations/failed", new Failed(String.valueOf(e.getMessage())));
        }
    }
}
