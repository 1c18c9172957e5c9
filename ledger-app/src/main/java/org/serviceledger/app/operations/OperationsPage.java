package org.serviceledger.app.operations;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The operations page (运行状况) for administrators. Each {@link OperationsSection} bean contributes a section. */
@Controller
class OperationsPage {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsPage.class);

    private final List<OperationsSection> sections;

    OperationsPage(List<OperationsSection> sections) {
        this.sections = List.copyOf(sections);
    }

    /** A section to render. */
    public record Shown(String template, Object content) {}

    /** Why a section cannot be rendered. The other sections are not affected. */
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
