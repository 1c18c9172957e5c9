package org.serviceledger.api.item;

import org.serviceledger.words.Term;

/** The five classes of items that every town hall must take (东政办发〔2020〕44号 二(三)). */
public enum ServiceCategory implements Term {
    SOCIAL_MANAGEMENT,
    PUBLIC_SERVICE,
    PRODUCTION,
    SOCIAL_AFFAIRS,
    LIVING
}
