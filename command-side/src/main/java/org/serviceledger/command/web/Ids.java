package org.serviceledger.command.web;

import java.util.function.Function;
import org.serviceledger.api.cases.CaseId;
import org.serviceledger.api.imports.ImportId;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.organization.OrganizationId;
import org.serviceledger.api.staff.StaffId;
import org.serviceledger.api.window.WindowId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterRegistry;

/** Converts path variables to ids. A path may contain the whole id or only the number or code that people use. */
final class Ids {

    private Ids() {}

    static void register(ConverterRegistry registry) {
        add(registry, CaseId.class, Ids::ofCase);
        add(registry, ItemId.class, Ids::ofItem);
        add(registry, OrganizationId.class, Ids::ofOrganization);
        add(registry, WindowId.class, Ids::ofWindow);
        add(registry, StaffId.class, Ids::ofStaff);
        add(registry, ImportId.class, Ids::ofImport);
    }

    static CaseId ofCase(String text) {
        return whole("case-", text, CaseId::new);
    }

    static ItemId ofItem(String text) {
        return whole("item-", text, ItemId::new);
    }

    static OrganizationId ofOrganization(String text) {
        return whole("org-", text, OrganizationId::new);
    }

    static WindowId ofWindow(String text) {
        return whole("window-", text, WindowId::new);
    }

    static StaffId ofStaff(String text) {
        return whole("staff-", text, StaffId::new);
    }

    static ImportId ofImport(String text) {
        return whole("import-", text, ImportId::new);
    }

    private static <T> T whole(String prefix, String text, Function<String, T> id) {
        return id.apply(text.startsWith(prefix) ? text : prefix + text);
    }

    private static <T> void add(ConverterRegistry registry, Class<T> type, Converter<String, T> converter) {
        registry.addConverter(String.class, type, converter);
    }
}
