package org.serviceledger.command.item;

import org.serviceledger.api.CommandRefused;
import org.serviceledger.api.calendar.TimeLimit;
import org.serviceledger.api.item.ItemDetails;
import org.serviceledger.api.item.ItemId;
import org.serviceledger.api.item.ItemRefusal.CatalogAttributeChanged;
import org.serviceledger.api.item.ItemRefusal.CatalogCodeDiffers;
import org.serviceledger.api.item.ItemRefusal.Inherited;
import org.serviceledger.api.item.ItemRefusal.LevelDoesNotFitCode;
import org.serviceledger.api.item.ItemRefusal.LimitNotPositive;
import org.serviceledger.api.item.ItemRefusal.NotACreditCode;
import org.serviceledger.api.item.ItemRefusal.PromiseExceedsLaw;

/** The rules that an item must satisfy whenever it is published or revised. */
final class ItemRules {

    /**
     * 18 characters of the credit code, 1 of the level, 12 of the basic catalogue. Older lists use other lengths, in
     * which the parts have no fixed place.
     */
    private static final int FULL_CODE = 31;

    private ItemRules() {}

    static void mustHold(ItemId id, ItemDetails details) {
        var promised = details.promisedLimit();
        var legal = details.legalLimit();
        mustBePositive(id, promised);
        for (var step : details.steps()) {
            var limit = step.limit();
            if (limit != null) {
                mustBePositive(id, limit);
            }
        }
        if (legal != null) {
            mustBePositive(id, legal);
            if (!promised.isWithin(legal)) {
                throw new CommandRefused(new PromiseExceedsLaw(id, promised, legal));
            }
        }
        if (id.code().length() == FULL_CODE) {
            codeMustFit(id, details);
        }
    }

    /** 四级四同: name, code, basis and type must be those of the basic catalogue. */
    static void mustAgreeWithTheCatalogue(ItemId id, ItemDetails before, ItemDetails after) {
        mustBeSame(id, Inherited.NAME, before.name(), after.name());
        mustBeSame(id, Inherited.CATALOG_CODE, before.catalogCode(), after.catalogCode());
        mustBeSame(id, Inherited.BASIS, before.basis(), after.basis());
        mustBeSame(id, Inherited.TYPE, before.type(), after.type());
    }

    private static void mustBePositive(ItemId id, TimeLimit limit) {
        if (limit.value() <= 0) {
            throw new CommandRefused(new LimitNotPositive(id, limit));
        }
    }

    private static void codeMustFit(ItemId id, ItemDetails details) {
        var code = id.code();
        if (!CreditCode.isValid(code.substring(0, CreditCode.LENGTH))) {
            throw new CommandRefused(new NotACreditCode(id));
        }
        if (!code.startsWith(details.level().code(), CreditCode.LENGTH)) {
            throw new CommandRefused(new LevelDoesNotFitCode(id, details.level()));
        }
        if (!code.substring(CreditCode.LENGTH + 1).equals(details.catalogCode())) {
            throw new CommandRefused(new CatalogCodeDiffers(id, details.catalogCode()));
        }
    }

    private static void mustBeSame(ItemId id, Inherited attribute, Object before, Object after) {
        if (!before.equals(after)) {
            throw new CommandRefused(new CatalogAttributeChanged(id, attribute));
        }
    }
}
