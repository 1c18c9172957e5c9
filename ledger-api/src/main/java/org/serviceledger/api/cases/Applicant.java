package org.serviceledger.api.cases;

import org.jspecify.annotations.Nullable;
import org.serviceledger.api.item.Audience;

/**
 * Who applied (申请人). Personal: pages outside the desk show the name masked and nothing else.
 *
 * @param idType kind of document, such as 居民身份证
 */
public record Applicant(
        String name,
        Audience kind,
        @Nullable String idType,
        @Nullable String idNumber,
        @Nullable String phone) {}
