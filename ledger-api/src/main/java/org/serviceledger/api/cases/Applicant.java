package org.serviceledger.api.cases;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.Audience;

/**
 * The applicant (申请人). This is personal data: pages other than the clerk's desk show only the masked name.
 *
 * @param idType kind of identity document, such as 居民身份证
 */
public record Applicant(
        String name,
        Audience kind,
        @Nullable String idType,
        @Nullable String idNumber,
        @Nullable String phone) {}
